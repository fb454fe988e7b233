package skein.envs.pixels;

import java.util.random.RandomGenerator;
import skein.envs.BoardGame;
import skein.envs.Box;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.Wrapper;

/**
 * Shows a {@link BoardGame} as a picture in color, [3, H, W]: a plane of red, one of green and one
 * of blue, each 0 .. 1.
 *
 * <p>Each cell is a block of pixels in the color of what stands there; empty cells are black.
 * Where several things stand in one cell, the one of the lowest channel is seen. The colors are
 * the same in all games: channel 0 is white, 1 yellow, 2 blue, 3 red and so on.
 */
public final class BoardFrame extends Wrapper {
    /** Lines of a block in a picture of an Atari's size, 210 lines. */
    public static final int ATARI_BLOCK_HEIGHT = 21;
    /** Columns of a block in a picture of an Atari's size, 160 columns. */
    public static final int ATARI_BLOCK_WIDTH = 16;

    /** Red, green and blue of each channel; in gray, too, no two are alike. */
    private static final float[][] PALETTE = {
        {1.00f, 1.00f, 1.00f}, {1.00f, 0.85f, 0.00f}, {0.20f, 0.20f, 0.60f},
        {0.85f, 0.25f, 0.20f}, {0.20f, 0.70f, 0.30f}, {0.30f, 0.80f, 0.90f},
        {0.95f, 0.50f, 0.10f}, {0.50f, 0.20f, 0.70f}, {1.00f, 0.60f, 0.70f},
        {0.45f, 0.25f, 0.10f}, {0.80f, 1.00f, 0.60f}, {0.00f, 0.30f, 0.10f},
    };

    private final BoardGame game;
    private final int blockHeight;
    private final int blockWidth;
    private final Box space;

    /**
     * Draws a game in an Atari's size, [3, 210, 160].
     *
     * @param env the game, or wrappers around it; the world itself is a {@link BoardGame}
     */
    public BoardFrame(Environment env) {
        this(env, ATARI_BLOCK_HEIGHT, ATARI_BLOCK_WIDTH);
    }

    /**
     * Draws a game.
     *
     * @param env         the game, or wrappers around it; the world itself is a {@link BoardGame}
     * @param blockHeight lines of a cell, at least 1
     * @param blockWidth  columns of a cell, at least 1
     */
    public BoardFrame(Environment env, int blockHeight, int blockWidth) {
        super(env);
        if (!(env.unwrapped() instanceof BoardGame boardGame)) {
            throw new IllegalArgumentException("BoardFrame draws a BoardGame, but got "
                    + env.unwrapped().getClass().getSimpleName() + ".");
        }
        if (blockHeight < 1 || blockWidth < 1) {
            throw new IllegalArgumentException("BoardFrame needs blocks of at least 1 by 1 pixels, "
                    + "but got " + blockHeight + " by " + blockWidth + ".");
        }
        if (boardGame.channels() > PALETTE.length) {
            throw new IllegalArgumentException("BoardFrame has " + PALETTE.length
                    + " colors, but this game has " + boardGame.channels() + " channels.");
        }
        game = boardGame;
        this.blockHeight = blockHeight;
        this.blockWidth = blockWidth;
        space = new Box(0, 1, 3, BoardGame.HEIGHT * blockHeight, BoardGame.WIDTH * blockWidth);
    }

    /**
     * {@return red, green and blue of a channel, each 0 .. 1; a new array that the caller owns}
     *
     * @param channel 0 .. 11
     */
    public static float[] color(int channel) {
        return PALETTE[channel].clone();
    }

    @Override public Box observationSpace() {
        return space;
    }

    @Override public float[] reset(RandomGenerator rng) {
        env.reset(rng);
        return draw();
    }

    @Override public Step step(int action) {
        return env.step(action).withObservation(draw());
    }

    @Override public Step step(float[] action) {
        return env.step(action).withObservation(draw());
    }

    private float[] draw() {
        int width = BoardGame.WIDTH * blockWidth;
        int plane = BoardGame.HEIGHT * blockHeight * width;
        float[] frame = new float[3 * plane];
        for (int y = 0; y < BoardGame.HEIGHT; y++) {
            int line = y * blockHeight * width;
            for (int x = 0; x < BoardGame.WIDTH; x++) {
                float[] color = colorAt(x, y);
                if (color == null) continue;
                for (int c = 0; c < 3; c++) {
                    int start = c * plane + line + x * blockWidth;
                    for (int i = 0; i < blockWidth; i++) frame[start + i] = color[c];
                }
            }
            for (int c = 0; c < 3; c++) repeatLine(frame, c * plane + line, width);
        }
        return frame;
    }

    /** All lines of a row of blocks are as the first. */
    private void repeatLine(float[] frame, int first, int width) {
        for (int k = 1; k < blockHeight; k++) {
            System.arraycopy(frame, first, frame, first + k * width, width);
        }
    }

    /** The color of a cell; null, black, if it is empty. */
    private float[] colorAt(int x, int y) {
        for (int c = 0; c < game.channels(); c++) {
            if (game.occupied(c, x, y)) return PALETTE[c];
        }
        return null;
    }
}
