package skein.envs.games;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import skein.envs.BoardGame;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.EpisodeClock;
import skein.envs.Step;

/**
 * What all games on the board have in common, so that each has only its rules to tell: it begins,
 * advances by an action, and paints what is where.
 */
abstract class ArcadeGame implements Environment, BoardGame {
    private static final int CELLS = WIDTH * HEIGHT;

    private final String[] channelNames;
    private final int[] actions;             // which of the six each of the agent's actions is
    private final Discrete actionSpace;
    private final Box observationSpace;
    private final EpisodeClock clock = new EpisodeClock();
    private final float[] seen;              // what occupied() looks at, [C, 10, 10]
    private boolean seenIsOld;               // the game went on since it was painted

    /** The source of all chance, from the last reset. */
    RandomGenerator rng;
    /** What this step has paid so far; 0 at its start. */
    int reward;
    /** Whether this step ends the episode; false at its start. The rest of the step still runs. */
    boolean terminal;

    ArcadeGame(int[] actions, String... channelNames) {
        this.actions = actions;
        this.channelNames = channelNames;
        actionSpace = new Discrete(actions.length);
        observationSpace = new Box(0, 1, channelNames.length, HEIGHT, WIDTH);
        seen = new float[channelNames.length * CELLS];
    }

    /** Puts everything where it is at an episode's start. */
    abstract void begin();

    /**
     * One step of the game; adds to reward, and sets terminal.
     *
     * @param action one of the six of {@link ActionSet}
     */
    abstract void advance(int action);

    /** Marks all that is on the board in empty planes. */
    abstract void paint(float[] planes);

    @Override public final Box observationSpace() {
        return observationSpace;
    }

    @Override public final Discrete actionSpace() {
        return actionSpace;
    }

    @Override public final List<String> actionNames() {
        return Arrays.stream(actions).mapToObj(ActionSet::nameOf).toList();
    }

    @Override public final float[] reset(RandomGenerator rng) {
        this.rng = rng;
        clock.start();
        begin();
        return look();
    }

    @Override public final Step step(int action) {
        clock.requireRunning();
        int meaning = actions[actionSpace.check(action)];
        reward = 0;
        terminal = false;
        advance(meaning);
        clock.tick(terminal);
        return new Step(look(), reward, terminal, false);
    }

    private float[] look() {
        seenIsOld = true;
        float[] planes = new float[seen.length];
        paint(planes);
        return planes;
    }

    @Override public final int channels() {
        return channelNames.length;
    }

    @Override public final String channelName(int c) {
        return channelNames[c];
    }

    @Override public final boolean occupied(int c, int x, int y) {
        if (seenIsOld) {
            Arrays.fill(seen, 0);
            paint(seen);
            seenIsOld = false;
        }
        return seen[cell(c, x, y)] != 0;
    }

    private static int cell(int c, int x, int y) {
        return c * CELLS + y * WIDTH + x;
    }

    /** Marks the cell (x, y) of channel c. */
    static void mark(float[] planes, int c, int x, int y) {
        planes[cell(c, x, y)] = 1;
    }

    /** Marks the cell, or nothing if x lies beside the board. */
    static void markIfInside(float[] planes, int c, int x, int y) {
        if (inside(x)) mark(planes, c, x, y);
    }

    /** Marks those cells of row y whose bits are set; bit x is column x. */
    static void markRow(float[] planes, int c, int y, int bits) {
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            mark(planes, c, Integer.numberOfTrailingZeros(rest), y);
        }
    }

    /** Marks in one channel what is marked in another. */
    static void copyPlane(float[] planes, int from, int to) {
        System.arraycopy(planes, from * CELLS, planes, to * CELLS, CELLS);
    }

    static boolean inside(int x) {
        return 0 <= x && x < WIDTH;
    }

    /** The column or row, or the nearest one that is allowed. */
    static int between(int low, int at, int high) {
        return Math.max(low, Math.min(high, at));
    }

    /** Heads or tails. */
    final boolean coin() {
        return rng.nextDouble() < 0.5;
    }
}
