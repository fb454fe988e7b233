package skein.envs.maze;

import java.util.List;
import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.EpisodeClock;
import skein.envs.Step;

/**
 * The smallest world that cannot be solved without a memory: a sign at the beginning of a corridor
 * says which way to turn at its end.
 *
 * <p>The observation tells only about the cell where the agent stands:
 * <pre>
 * Number | Quantity                              | Min | Max | Unit
 *    0   | what the sign says, at the start only | −1  |  1  | 1 north, −1 south, 0 no sign
 *    1   | whether this is the fork              |  0  |  1  | 1 at the fork
 * </pre>
 * Between start and fork all cells look alike, (0, 0). The actions are one cell 0 north, 1 east, 2
 * south, 3 west; into a wall the agent stays where it is.
 *
 * <ul>
 * <li><b>Reward:</b> for the turn at the fork 1 if it is the sign's, −1 if not; −0.01 for any other
 *     step. So whoever remembers gets at most 1 − 0.01 · length, and whoever does not can only
 *     guess: −0.01 · length on average.
 * <li><b>Start:</b> at the sign, which says north or south with equal chances.
 * <li><b>End:</b> terminated by the turn at the fork. Never truncated: wrap it in a
 *     {@link skein.envs.TimeLimit}.
 * <li><b>Version:</b> v1.
 * <li><b>Source:</b> the T-maze of Bakker, <i>Reinforcement learning with long short-term
 *     memory</i>, 2001, with rewards of our own.
 * </ul>
 */
public final class TMaze implements Environment {
    /**
     * Where the agent is, and where it should turn.
     *
     * @param x     steps from the start, 0 .. length, where the fork is
     * @param turn  how it has turned at the fork: 1 north, −1 south, 0 not yet
     * @param north whether the sign says north
     */
    public record State(int x, int turn, boolean north) {
        /** {@return whether the agent turned as the sign said; false before it has turned} */
        public boolean right() {
            return turn == (north ? 1 : -1);
        }
    }

    private static final double STEP_COST = 0.01;
    private static final Discrete ACTIONS = new Discrete(Compass.DIRECTIONS);
    private static final Box OBSERVATIONS =
            new Box(new float[] {-1, 0}, new float[] {1, 1}, 2);

    private final int length;
    private final EpisodeClock clock = new EpisodeClock();
    private State state;

    /**
     * Makes a world that waits for its first reset.
     *
     * @param length steps from the sign to the fork, ≥ 1
     */
    public TMaze(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("TMaze needs a corridor of at least 1 step, but got "
                    + length + ".");
        }
        this.length = length;
        state = new State(0, 0, true);
    }

    @Override public Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override public Discrete actionSpace() {
        return ACTIONS;
    }

    @Override public List<String> actionNames() {
        return List.of("north", "east", "south", "west");
    }

    @Override public float[] reset(RandomGenerator rng) {
        clock.start();
        state = new State(0, 0, rng.nextBoolean());
        return observation();
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        state = next(ACTIONS.check(action));
        boolean terminated = state.turn != 0;
        clock.tick(terminated);
        double reward = !terminated ? -STEP_COST : state.right() ? 1 : -1;
        return new Step(observation(), reward, terminated, false);
    }

    private State next(int action) {
        int x = state.x;
        return switch (action) {
            case Compass.EAST -> new State(Math.min(x + 1, length), 0, state.north);
            case Compass.WEST -> new State(Math.max(x - 1, 0), 0, state.north);
            default -> x < length ? state
                    : new State(x, action == Compass.NORTH ? 1 : -1, state.north);
        };
    }

    /** A turn leaves the fork, and what is seen there is nothing. */
    private float[] observation() {
        boolean fork = state.x == length && state.turn == 0;
        float sign = state.x > 0 ? 0 : state.north ? 1 : -1;
        return new float[] {sign, fork ? 1 : 0};
    }

    /** {@return where the agent is now; at the start, the sign saying north, before a reset} */
    public State state() {
        return state;
    }

    /** {@return steps from the sign to the fork} */
    public int length() {
        return length;
    }
}
