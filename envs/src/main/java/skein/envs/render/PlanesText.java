package skein.envs.render;

import skein.envs.BoardGame;
import skein.envs.Environment;

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
        BoardGame game = gameOf(env);
        StringBuilder text = new StringBuilder(BORDER).append(legend(game, -1)).append('\n');
        for (int y = 0; y < BoardGame.HEIGHT; y++) {
            text.append('|');
            for (int x = 0; x < BoardGame.WIDTH; x++) {
                text.append(characterAt(game, x, y)).append(' ');
            }
            text.append('|').append(legend(game, y)).append('\n');
        }
        return text.append(BORDER).append(legend(game, -1)).toString();
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

    private char characterAt(BoardGame game, int x, int y) {
        for (int c = 0; c < game.channels(); c++) {
            boolean shown = characters.charAt(c) != ' ';
            if (shown && game.occupied(c, x, y)) return characters.charAt(c);
        }
        return ' ';
    }

    /** What stands to the right of line y: the channel's character and name, as wide as any. */
    private String legend(BoardGame game, int y) {
        int widest = 0;
        for (int c = 0; c < game.channels(); c++) {
            widest = Math.max(widest, game.channelName(c).length());
        }
        boolean named = 0 <= y && y < game.channels() && characters.charAt(y) != ' ';
        String text = named ? "  " + characters.charAt(y) + " " + game.channelName(y) : "";
        return text + " ".repeat(4 + widest - text.length());
    }
}
