package skein.envs;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A pole stands on a cart; push the cart left or right at every step so that the pole stays up.
 *
 * <p>The observation is the state, rounded from double to float:
 * <pre>
 * Number | Quantity                   |   Min  |   Max  | Unit
 *    0   | x, the cart's position     |  −4.8  |   4.8  | m
 *    1   | v, the cart's velocity     |   −∞   |    ∞   | m/s
 *    2   | a, the pole's angle        | −0.419 |  0.419 | rad, 0 is upright, + leans right
 *    3   | w, the pole's angular rate |   −∞   |    ∞   | rad/s
 * </pre>
 * The actions are 0, a push to the left, and 1, a push to the right, of 10 N for 0.02 s.
 *
 * <ul>
 * <li><b>Reward:</b> 1 for every step, the last one included.
 * <li><b>Start:</b> the four numbers drawn uniformly from [−0.05, 0.05).
 * <li><b>End:</b> terminated when |x| &gt; 2.4 m or |a| &gt; 12°, half of the bounds above, so that
 *     the last observation fits too. Never truncated: wrap it in a {@link TimeLimit} for that.
 * <li><b>Version:</b> v1, bit for bit the numbers of Gymnasium's CartPole-v1 without its limit of
 *     500 steps.
 * <li><b>Source:</b> Barto, Sutton, Anderson, <i>Neuronlike adaptive elements that can solve
 *     difficult learning control problems</i>, 1983; Gymnasium, CartPole-v1.
 * </ul>
 */
public final class CartPole implements Environment {
    /**
     * Where the cart and the pole are, and how they move.
     *
     * @param x the cart's position in m, 0 is the middle of the track, + is right
     * @param v the cart's velocity in m/s
     * @param a the pole's angle in rad, 0 is upright, + leans right
     * @param w the pole's angular velocity in rad/s
     */
    public record State(double x, double v, double a, double w) {
        /** {@return whether the cart is off the track or the pole fell: the end's condition} */
        public boolean failed() {
            return Math.abs(x) > X_LIMIT || Math.abs(a) > A_LIMIT;
        }
    }

    private static final double X_LIMIT = 2.4;                         // m
    private static final double A_LIMIT = 12 * 2 * Math.PI / 360;      // rad, 12°
    private static final double START = 0.05;                          // m, m/s, rad, rad/s

    private static final double GRAVITY = 9.8;                         // m/s²
    private static final double POLE_MASS = 0.1;                       // kg
    private static final double TOTAL_MASS = POLE_MASS + 1.0;          // kg, with the cart
    private static final double HALF_LENGTH = 0.5;                     // m, half of the pole
    private static final double MASS_LENGTH = POLE_MASS * HALF_LENGTH; // kg m
    private static final double FORCE = 10;                            // N
    private static final double DT = 0.02;                             // s

    private static final Discrete ACTIONS = new Discrete(2);
    private static final Box OBSERVATIONS = observations();

    private final EpisodeClock clock = new EpisodeClock();

    // The state. Four fields, not one State: nothing to allocate, 36 ns a step instead of 42.
    private double x;
    private double v;
    private double a;
    private double w;

    /** Makes a world that waits for its first reset. */
    public CartPole() {
    }

    private static Box observations() {
        float inf = Float.POSITIVE_INFINITY;
        float[] high = {(float) (2 * X_LIMIT), inf, (float) (2 * A_LIMIT), inf};
        float[] low = {-high[0], -inf, -high[2], -inf};
        return new Box(low, high, 4);
    }

    @Override public Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override public Discrete actionSpace() {
        return ACTIONS;
    }

    @Override public List<String> actionNames() {
        return List.of("left", "right");
    }

    @Override public float[] reset(RandomGenerator rng) {
        return reset(new State(uniform(rng), uniform(rng), uniform(rng), uniform(rng)));
    }

    private static double uniform(RandomGenerator rng) {
        return rng.nextDouble(-START, START);
    }

    /**
     * Starts a new episode from a chosen state, to look at one situation.
     *
     * @param start a state of finite numbers that has not failed
     * @return the first observation; a new array that the caller owns
     */
    public float[] reset(State start) {
        boolean finite = Double.isFinite(start.x + start.v + start.a + start.w);
        if (!finite || start.failed()) {
            throw new IllegalArgumentException("No episode can start from " + start
                    + ". Choose finite numbers with |x| <= 2.4 and |a| <= 0.209 (12 degrees).");
        }
        clock.start();
        return enter(start);
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        State next = next(state(), ACTIONS.check(action));
        boolean terminated = next.failed();
        clock.tick(terminated);
        return new Step(enter(next), 1, terminated, false);
    }

    /**
     * The physics: where one push leads in 0.02 s, by explicit Euler (positions move with the old
     * velocities).
     *
     * <p>The operations are grouped as Gymnasium groups them. Write {@code (cos * cos)} without its
     * brackets, and a step is off in its last bit, a balanced episode of 500 steps by up to 0.6.
     *
     * @param s      the state before the push
     * @param action 0 pushes left, 1 pushes right
     * @return the state after it
     */
    public static State next(State s, int action) {
        double force = action == 1 ? FORCE : -FORCE;
        double cos = Math.cos(s.a);
        double sin = Math.sin(s.a);

        double temp = (force + MASS_LENGTH * (s.w * s.w) * sin) / TOTAL_MASS;
        double wDot = (GRAVITY * sin - cos * temp)
                / (HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * (cos * cos) / TOTAL_MASS));
        double vDot = temp - MASS_LENGTH * wDot * cos / TOTAL_MASS;

        return new State(s.x + DT * s.v, s.v + DT * vDot, s.a + DT * s.w, s.w + DT * wDot);
    }

    /** {@return where the cart and the pole are now; all 0 before the first reset} */
    public State state() {
        return new State(x, v, a, w);
    }

    /** Makes this the state, and returns what the agent sees of it. */
    private float[] enter(State s) {
        x = s.x;
        v = s.v;
        a = s.a;
        w = s.w;
        return new float[] {(float) x, (float) v, (float) a, (float) w};
    }
}
