package skein.envs;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A car in a valley, too weak to climb out at once; rock back and forth to reach the flag.
 *
 * <p>The observation is the state, rounded from double to float:
 * <pre>
 * Number | Quantity             |  Min  |  Max  | Unit
 *    0   | x, the position      | −1.2  |  0.6  | the valley's bottom is at −π/6 = −0.52
 *    1   | v, the velocity      | −0.07 |  0.07 | positions per step, + is right
 * </pre>
 * The actions are 0, push left, 1, do not push, and 2, push right. The road's height at x is
 * sin(3x); the position stands for the horizontal one. At the left end the car is stopped.
 *
 * <ul>
 * <li><b>Reward:</b> −1 for every step, the last one included.
 * <li><b>Start:</b> x drawn uniformly from [−0.6, −0.4), v = 0.
 * <li><b>End:</b> terminated at the flag, x ≥ 0.5 and v ≥ 0. Never truncated: wrap it in a
 *     {@link TimeLimit}; Gymnasium's is 200 steps.
 * <li><b>Version:</b> v0, the numbers of Gymnasium's MountainCar-v0 to 1e-12.
 * <li><b>Source:</b> Moore, <i>Efficient memory-based learning for robot control</i>, 1990;
 *     Gymnasium, MountainCar-v0.
 * </ul>
 */
public final class MountainCar implements Environment {
    /**
     * Where the car is, and how it moves.
     *
     * @param x the position, −1.2 .. 0.6
     * @param v the velocity in positions per step, −0.07 .. 0.07
     */
    public record State(double x, double v) {
        /** {@return whether the car has reached the flag: the end's condition} */
        public boolean arrived() {
            return x >= FLAG && v >= 0;
        }
    }

    private static final double LEFT = -1.2;
    private static final double RIGHT = 0.6;
    private static final double FLAG = 0.5;
    private static final double FASTEST = 0.07;
    private static final double FORCE = 0.001;
    private static final double GRAVITY = 0.0025;

    private static final Discrete ACTIONS = new Discrete(3);
    private static final Box OBSERVATIONS = new Box(new float[] {(float) LEFT, (float) -FASTEST},
            new float[] {(float) RIGHT, (float) FASTEST}, 2);

    private final EpisodeClock clock = new EpisodeClock();
    private double x;
    private double v;

    /** Makes a world that waits for its first reset. */
    public MountainCar() {
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
        return reset(new State(rng.nextDouble(-0.6, -0.4), 0));
    }

    /**
     * Starts a new episode from a chosen state, to look at one situation.
     *
     * @param start a state within the bounds that has not arrived
     * @return the first observation; a new array that the caller owns
     */
    public float[] reset(State start) {
        boolean within = LEFT <= start.x && start.x <= RIGHT && Math.abs(start.v) <= FASTEST;
        if (!within || start.arrived()) {
            throw new IllegalArgumentException("No episode can start from " + start
                    + ". Choose x of -1.2 .. 0.6 before the flag at 0.5, and |v| <= 0.07.");
        }
        clock.start();
        return enter(start);
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        State next = next(state(), ACTIONS.check(action));
        boolean terminated = next.arrived();
        clock.tick(terminated);
        return new Step(enter(next), -1, terminated, false);
    }

    /**
     * The physics: where one push leads in one step. The position moves with the new velocity.
     *
     * @param s      the state before the push
     * @param action 0 pushes left, 1 not at all, 2 pushes right
     * @return the state after it
     */
    public static State next(State s, int action) {
        double push = (action - 1) * FORCE;
        double slope = Math.cos(3 * s.x) * -GRAVITY;
        double v = clip(s.v + (push + slope), -FASTEST, FASTEST);
        double x = clip(s.x + v, LEFT, RIGHT);
        boolean stopped = x == LEFT && v < 0;
        return new State(x, stopped ? 0 : v);
    }

    private static double clip(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** {@return where the car is now; all 0 before the first reset} */
    public State state() {
        return new State(x, v);
    }

    /** Makes this the state, and returns what the agent sees of it. */
    private float[] enter(State s) {
        x = s.x;
        v = s.v;
        return new float[] {(float) x, (float) v};
    }
}
