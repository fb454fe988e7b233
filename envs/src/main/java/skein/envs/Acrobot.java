package skein.envs;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Two rods hang in a chain with a motor at the joint between them; swing the tip up to the line.
 *
 * <p>The observation is computed from the state in double and rounded to float:
 * <pre>
 * Number | Quantity                        |  Min  |  Max  | Unit
 *    0   | cos a1                          |  −1   |   1   | 1 hangs down
 *    1   | sin a1, the upper rod's angle   |  −1   |   1   | + is counterclockwise
 *    2   | cos a2                          |  −1   |   1   | 1 is straight on
 *    3   | sin a2, the joint's angle       |  −1   |   1   | + is counterclockwise
 *    4   | w1, the rate of a1              |  −4π  |   4π  | rad/s
 *    5   | w2, the rate of a2              |  −9π  |   9π  | rad/s
 * </pre>
 * The actions are 0, a torque of −1 N m at the joint, 1, none, and 2, +1 N m, for 0.2 s.
 *
 * <ul>
 * <li><b>Reward:</b> −1 for every step, 0 for the one that reaches the line.
 * <li><b>Start:</b> the four numbers of the state drawn uniformly from [−0.1, 0.1), rounded to
 *     float.
 * <li><b>End:</b> terminated when the tip is more than one rod above the upper end,
 *     −cos a1 − cos(a1 + a2) &gt; 1. Never truncated: wrap it in a {@link TimeLimit}; Gymnasium's
 *     is 500 steps.
 * <li><b>Version:</b> v1, the numbers of Gymnasium's Acrobot-v1 (its dynamics "book") to 1e-12.
 * <li><b>Source:</b> Sutton, <i>Generalization in reinforcement learning: Successful examples
 *     using sparse coarse coding</i>, 1996; Gymnasium, Acrobot-v1.
 * </ul>
 */
public final class Acrobot implements Environment {
    /**
     * Where the rods are, and how they move.
     *
     * @param a1 the upper rod's angle in rad, 0 hangs down, −π .. π
     * @param a2 the lower rod's angle against the upper one in rad, 0 is straight on, −π .. π
     * @param w1 the rate of a1 in rad/s, −4π .. 4π
     * @param w2 the rate of a2 in rad/s, −9π .. 9π
     */
    public record State(double a1, double a2, double w1, double w2) {
        /** {@return the tip's height over the upper end, in rods, −2 .. 2} */
        public double height() {
            return -Math.cos(a1) - Math.cos(a2 + a1);
        }

        /** {@return whether the tip is over the line: the end's condition} */
        public boolean reached() {
            return height() > 1;
        }

        /** This and so much of the rates. */
        private State plus(double dt, State rate) {
            return new State(a1 + dt * rate.a1, a2 + dt * rate.a2,
                    w1 + dt * rate.w1, w2 + dt * rate.w2);
        }
    }

    // Both rods: 1 m, 1 kg, its center in the middle, moment of inertia 1 kg m².
    private static final double GRAVITY = 9.8;              // m/s²
    private static final double DT = 0.2;                   // s
    private static final double W1_LIMIT = 4 * Math.PI;     // rad/s
    private static final double W2_LIMIT = 9 * Math.PI;     // rad/s
    private static final double START = 0.1;                // rad, rad/s

    private static final Discrete ACTIONS = new Discrete(3);
    private static final Box OBSERVATIONS = observations();

    private final EpisodeClock clock = new EpisodeClock();
    private double a1;
    private double a2;
    private double w1;
    private double w2;

    /** Makes a world that waits for its first reset. */
    public Acrobot() {
    }

    private static Box observations() {
        float[] high = {1, 1, 1, 1, (float) W1_LIMIT, (float) W2_LIMIT};
        float[] low = {-1, -1, -1, -1, -high[4], -high[5]};
        return new Box(low, high, 6);
    }

    @Override public Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override public Discrete actionSpace() {
        return ACTIONS;
    }

    @Override public List<String> actionNames() {
        return List.of("left", "none", "right");
    }

    @Override public float[] reset(RandomGenerator rng) {
        return reset(new State(uniform(rng), uniform(rng), uniform(rng), uniform(rng)));
    }

    private static double uniform(RandomGenerator rng) {
        return (float) rng.nextDouble(-START, START);
    }

    /**
     * Starts a new episode from a chosen state, to look at one situation.
     *
     * @param start a state within the bounds whose tip is below the line
     * @return the first observation; a new array that the caller owns
     */
    public float[] reset(State start) {
        boolean within = Math.abs(start.a1) <= Math.PI && Math.abs(start.a2) <= Math.PI
                && Math.abs(start.w1) <= W1_LIMIT && Math.abs(start.w2) <= W2_LIMIT;
        if (!within || start.reached()) {
            throw new IllegalArgumentException("No episode can start from " + start + ". Choose "
                    + "angles of -pi .. pi with the tip below the line, |w1| <= 4 pi and "
                    + "|w2| <= 9 pi.");
        }
        clock.start();
        return enter(start);
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        State next = next(state(), ACTIONS.check(action));
        boolean terminated = next.reached();
        clock.tick(terminated);
        return new Step(enter(next), terminated ? 0 : -1, terminated, false);
    }

    /**
     * The physics: where a torque leads in 0.2 s, by one Runge-Kutta step of fourth order.
     *
     * @param s      the state before
     * @param action 0 turns the joint with −1 N m, 1 not at all, 2 with +1 N m
     * @return the state after it, angles wrapped and rates cut to their bounds
     */
    public static State next(State s, int action) {
        int torque = action - 1;
        State k1 = rates(s, torque);
        State k2 = rates(s.plus(DT / 2, k1), torque);
        State k3 = rates(s.plus(DT / 2, k2), torque);
        State k4 = rates(s.plus(DT, k3), torque);
        State sum = new State(
                k1.a1 + 2 * k2.a1 + 2 * k3.a1 + k4.a1, k1.a2 + 2 * k2.a2 + 2 * k3.a2 + k4.a2,
                k1.w1 + 2 * k2.w1 + 2 * k3.w1 + k4.w1, k1.w2 + 2 * k2.w2 + 2 * k3.w2 + k4.w2);
        State next = s.plus(DT / 6.0, sum);
        return new State(wrapped(next.a1), wrapped(next.a2),
                clip(next.w1, W1_LIMIT), clip(next.w2, W2_LIMIT));
    }

    /** How fast each number of the state changes, in units per second. */
    private static State rates(State s, int torque) {
        double cos = Math.cos(s.a2);
        double sin = Math.sin(s.a2);
        double d1 = 0.25 + (1 + 0.25 + cos) + 1 + 1;
        double d2 = (0.25 + 0.5 * cos) + 1;
        double phi2 = 0.5 * GRAVITY * Math.cos(s.a1 + s.a2 - Math.PI / 2);
        double phi1 = -0.5 * (s.w2 * s.w2) * sin - s.w2 * s.w1 * sin
                + 1.5 * GRAVITY * Math.cos(s.a1 - Math.PI / 2) + phi2;
        double w2Dot = (torque + d2 / d1 * phi1 - 0.5 * (s.w1 * s.w1) * sin - phi2)
                / (0.25 + 1 - d2 * d2 / d1);
        double w1Dot = -(d2 * w2Dot + phi1) / d1;
        return new State(s.w1, s.w2, w1Dot, w2Dot);
    }

    /** The same direction as an angle of [−π, π]. */
    private static double wrapped(double angle) {
        double a = angle;
        while (a > Math.PI) a -= 2 * Math.PI;
        while (a < -Math.PI) a += 2 * Math.PI;
        return a;
    }

    private static double clip(double x, double limit) {
        return Math.max(-limit, Math.min(limit, x));
    }

    /** {@return where the rods are now; all 0 before the first reset} */
    public State state() {
        return new State(a1, a2, w1, w2);
    }

    /** Makes this the state, and returns what the agent sees of it. */
    private float[] enter(State s) {
        a1 = s.a1;
        a2 = s.a2;
        w1 = s.w1;
        w2 = s.w2;
        return new float[] {(float) Math.cos(a1), (float) Math.sin(a1),
            (float) Math.cos(a2), (float) Math.sin(a2), (float) w1, (float) w2};
    }
}
