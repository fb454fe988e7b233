package skein.envs.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import skein.envs.BoardGame;
import skein.envs.Environment;
import skein.envs.pixels.BoardFrame;

/**
 * Shows a {@link BoardGame} as a picture, 480 by 320, a block for each cell, in the colors of
 * {@link BoardFrame}, with the names of the channels beside the board.
 *
 * <p>Where several things stand in one cell, that of the first channel is shown.
 */
public final class BoardPicture implements PictureRenderer {
    private static final int BLOCK = Canvas.SIDE / BoardGame.HEIGHT;       // pixels
    private static final Color BOARD = new Color(0x101014);
    private static final Color LINES = new Color(0x1C1C22);
    private static final Color BESIDE = new Color(0x26262E);
    private static final Color NAMES = new Color(0xDADADA);
    private static final int LINE = 26;                                    // pixels of the legend

    private final String characters;

    /**
     * Makes a renderer for games with so many channels.
     *
     * @param characters one for each channel, as in {@link PlanesText}: where it is a space, the
     *                   channel is not shown
     */
    public BoardPicture(String characters) {
        this.characters = characters;
    }

    @Override public BufferedImage frame(Environment env) {
        BoardGame game = Canvas.world(BoardGame.class, env, this);
        Canvas canvas = new Canvas(Canvas.WIDE, Canvas.SIDE, BESIDE);
        canvas.block(BOARD, 0, 0, Canvas.SIDE, Canvas.SIDE);
        for (int i = 0; i < BoardGame.HEIGHT; i++) {
            canvas.block(LINES, 0, i * BLOCK - 1, Canvas.SIDE, 2);
            canvas.block(LINES, i * BLOCK - 1, 0, 2, Canvas.SIDE);
        }
        for (int y = 0; y < BoardGame.HEIGHT; y++) {
            for (int x = 0; x < BoardGame.WIDTH; x++) drawCell(canvas, game, x, y);
        }
        int line = 0;
        for (int c = 0; c < game.channels(); c++) {
            if (shown(c)) drawName(canvas, game, c, line++);
        }
        return canvas.finish();
    }

    private boolean shown(int c) {
        return c >= characters.length() || characters.charAt(c) != ' ';
    }

    private void drawCell(Canvas canvas, BoardGame game, int x, int y) {
        for (int c = 0; c < game.channels(); c++) {
            if (!shown(c) || !game.occupied(c, x, y)) continue;
            canvas.tile(color(c), x * BLOCK + 1, y * BLOCK + 1, BLOCK - 2, BLOCK - 2, 5);
            return;
        }
    }

    private static void drawName(Canvas canvas, BoardGame game, int c, int line) {
        double y = 16 + line * LINE;
        canvas.tile(color(c), Canvas.SIDE + 14, y, 14, 14, 4);
        canvas.text(NAMES, 13, Canvas.SIDE + 36, y + 12, game.channelName(c));
    }

    /** {@return the color of a channel} */
    static Color color(int c) {
        float[] rgb = BoardFrame.color(c);
        return new Color(rgb[0], rgb[1], rgb[2]);
    }
}
