package skein.envs.render;

import skein.envs.BoardGame;
import skein.envs.Environment;
import skein.envs.pixels.BoardFrame;

/**
 * Shows a {@link BoardGame} as text, a character for each channel, with their names beside it.
 *
 * <pre>
 * +--------------------+
 * |                    |  = paddle
 * |# # # # # # # # # # |  o ball
 * |# # # # # # # # # # |  . trail
 * |# # # # # #   # # # |  # brick
 * |              .     |
 * |                o   |
 * |                    |
 * |                    |
 * |                    |
 * |              =     |
 * +--------------------+
 * </pre>
 *
 * A cell is two columns wide, so that the board looks square. Where several things stand in one
 * cell, that of the first channel is shown. A channel whose character is a space is not shown.
 */
public final class PlanesText implements TextRenderer {
    private static final String BORDER = "+" + "-".repeat(2 * BoardGame.WIDTH) + "+";

    private static final int NOTHING = -1;
    private static final int BLACK = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private final String characters;

    /**
     * Makes a renderer for games with so many channels.
     *
     * @param characters one for each channel, in their order, at most 10
     */
    public PlanesText(String characters) {
        if (characters.isEmpty() || characters.length() > BoardGame.HEIGHT) {
            throw new IllegalArgumentException("PlanesText needs 1 to 10 characters, one for each "
                    + "channel, but got \"" + characters + "\".");
        }
        this.characters = characters;
    }

    @Override public String frame(Environment env) {
        return draw(gameOf(env), false);
    }

    @Override public String colored(Environment env) {
        return draw(gameOf(env), true);
    }

    private String draw(BoardGame game, boolean color) {
        StringBuilder text = new StringBuilder(BORDER).append(legend(game, -1, color)).append('\n');
        for (int y = 0; y < BoardGame.HEIGHT; y++) {
            text.append('|');
            for (int x = 0; x < BoardGame.WIDTH; x++) {
                int c = channelAt(game, x, y);
                text.append(c == NOTHING ? "  " : cell(c, color));
            }
            text.append('|').append(legend(game, y, color)).append('\n');
        }
        return text.append(BORDER).append(legend(game, -1, color)).toString();
    }

    private BoardGame gameOf(Environment env) {
        if (!(env.unwrapped() instanceof BoardGame game)) {
            throw new IllegalArgumentException("PlanesText shows a BoardGame, but got "
                    + env.unwrapped().getClass().getSimpleName() + ".");
        }
        if (game.channels() != characters.length()) {
            throw new IllegalArgumentException("This PlanesText has " + characters.length()
                    + " characters, \"" + characters + "\", but "
                    + env.unwrapped().getClass().getSimpleName() + " has " + game.channels()
                    + " channels.");
        }
        return game;
    }

    /** The first channel that is there and shown. */
    private int channelAt(BoardGame game, int x, int y) {
        for (int c = 0; c < game.channels(); c++) {
            boolean shown = characters.charAt(c) != ' ';
            if (shown && game.occupied(c, x, y)) return c;
        }
        return NOTHING;
    }

    /** Two columns: the character, in color on a block of it. */
    private String cell(int c, boolean color) {
        String plain = characters.charAt(c) + " ";
        if (!color) return plain;
        int rgb = rgb(c);
        return Ansi.on(Ansi.light(rgb) ? BLACK : WHITE, rgb, plain);
    }

    /** What stands to the right of line y: the channel's character and name, as wide as any. */
    private String legend(BoardGame game, int y, boolean color) {
        int widest = 0;
        for (int c = 0; c < game.channels(); c++) {
            widest = Math.max(widest, game.channelName(c).length());
        }
        boolean named = 0 <= y && y < game.channels() && characters.charAt(y) != ' ';
        if (!named) return " ".repeat(4 + widest);
        String name = game.channelName(y);
        return "  " + cell(y, color) + name + " ".repeat(widest - name.length());
    }

    /** The color of a channel, as in pictures. */
    private static int rgb(int c) {
        float[] color = BoardFrame.color(c);
        return Math.round(255 * color[0]) << 16 | Math.round(255 * color[1]) << 8
                | Math.round(255 * color[2]);
    }
}
