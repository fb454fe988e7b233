package skein.envs;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A rod hangs from a motor that is too weak to lift it; swing it up and hold it there.
 *
 * <p>The observation is computed from the state in double and rounded to float:
 * <pre>
 * Number | Quantity                    |  Min  |  Max  | Unit
 *    0   | cos a, the tip's height     |  −1   |   1   | rod lengths, 1 is upright
 *    1   | sin a, how far left the tip |  −1   |   1   | rod lengths
 *    2   | w, the angular velocity     |  −8   |   8   | rad/s, + is counterclockwise
 * </pre>
 * The action is one number, the torque:
 * <pre>
 * Number | Quantity                    |  Min  |  Max  | Unit
 *    0   | u, the motor's torque       |  −2   |   2   | N m, + is counterclockwise
 * </pre>
 * held for 0.05 s. A torque beyond ±2 is used as ±2; NaN is refused.
 *
 * <ul>
 * <li><b>Reward:</b> −(a² + 0.1 w² + 0.001 u²) with a from [−π, π), 0 upright, and a and w before
 *     the step: from −16.28 to 0.
 * <li><b>Start:</b> a drawn uniformly from [−π, π), w from [−1, 1).
 * <li><b>End:</b> never. Wrap it in a {@link TimeLimit}; Gymnasium's is 200 steps.
 * <li><b>Version:</b> v1, the numbers of Gymnasium's Pendulum-v1 (g = 10 m/s², 1 kg, 1 m) to
 *     1e-12, given the torque in double as here; given a float32, Gymnasium computes in float32.
 * <li><b>Source:</b> Gymnasium, Pendulum-v1.
 * </ul>
 */
public final class Pendulum implements Environment {
    /**
     * Where the rod is, and how it moves.
     *
     * @param a the angle in rad, 0 is upright, + is counterclockwise; never wrapped, so it counts
     *          the turns
     * @param w the angular velocity in rad/s, −8 .. 8
     */
    public record State(double a, double w) {
    }

    private static final double W_LIMIT = 8;               // rad/s
    private static final double TORQUE_LIMIT = 2;          // N m
    private static final double W_START = 1;               // rad/s
    private static final double GRAVITY = 10;              // m/s²
    private static final double MASS = 1;                  // kg
    private static final double LENGTH = 1;                // m
    private static final double DT = 0.05;                 // s

    private static final Box ACTIONS = new Box((float) -TORQUE_LIMIT, (float) TORQUE_LIMIT, 1);
    private static final Box OBSERVATIONS = new Box(
            new float[] {-1, -1, (float) -W_LIMIT}, new float[] {1, 1, (float) W_LIMIT}, 3);

    private final EpisodeClock clock = new EpisodeClock();
    private double a;
    private double w;

    /** Makes a world that waits for its first reset. */
    public Pendulum() {
    }

    @Override public Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override public Box actionSpace() {
        return ACTIONS;
    }

    @Override public List<String> actionNames() {
        return List.of("torque");
    }

    @Override public float[] reset(RandomGenerator rng) {
        return reset(new State(rng.nextDouble(-Math.PI, Math.PI),
                rng.nextDouble(-W_START, W_START)));
    }

    /**
     * Starts a new episode from a chosen state, to look at one situation.
     *
     * @param start a finite angle, and an angular velocity of −8 .. 8
     * @return the first observation; a new array that the caller owns
     */
    public float[] reset(State start) {
        if (!Double.isFinite(start.a) || !(Math.abs(start.w) <= W_LIMIT)) {
            throw new IllegalArgumentException("No episode can start from " + start
                    + ". Choose a finite angle and |w| <= 8.");
        }
        clock.start();
        return enter(start);
    }

    @Override public Step step(float[] action) {
        clock.requireRunning();
        double torque = checked(action);
        double reward = reward(state(), torque);
        clock.tick(false);
        return new Step(enter(next(state(), torque)), reward, false, false);
    }

    private static double checked(float[] action) {
        if (action.length == 1 && !Float.isNaN(action[0])) return action[0];
        throw new IllegalArgumentException("Pendulum takes one torque of -2 .. 2 N m, but got "
                + Arrays.toString(action) + ".");
    }

    /**
     * The physics: where a torque leads in 0.05 s. The angle moves with the new velocity.
     *
     * @param s      the state before
     * @param torque in N m; beyond ±2 it is used as ±2
     * @return the state after it
     */
    public static State next(State s, double torque) {
        double u = clip(torque, TORQUE_LIMIT);
        double wDot = 3 * GRAVITY / (2 * LENGTH) * Math.sin(s.a)
                + 3.0 / (MASS * LENGTH * LENGTH) * u;
        double w = clip(s.w + wDot * DT, W_LIMIT);
        return new State(s.a + w * DT, w);
    }

    /**
     * {@return what a step pays: −(a² + 0.1 w² + 0.001 u²), at most 0}
     *
     * @param s      the state before the step
     * @param torque in N m; beyond ±2 it counts as ±2
     */
    public static double reward(State s, double torque) {
        double u = clip(torque, TORQUE_LIMIT);
        double a = wrapped(s.a);
        return -(a * a + 0.1 * (s.w * s.w) + 0.001 * (u * u));
    }

    /** The same direction as an angle of [−π, π). */
    private static double wrapped(double angle) {
        double turn = (angle + Math.PI) % (2 * Math.PI);   // has the sign of angle + π
        return (turn < 0 ? turn + 2 * Math.PI : turn) - Math.PI;
    }

    private static double clip(double x, double limit) {
        return Math.max(-limit, Math.min(limit, x));
    }

    /** {@return where the rod is now; all 0 before the first reset} */
    public State state() {
        return new State(a, w);
    }

    /** Makes this the state, and returns what the agent sees of it. */
    private float[] enter(State s) {
        a = s.a;
        w = s.w;
        return new float[] {(float) Math.cos(a), (float) Math.sin(a), (float) w};
    }
}
