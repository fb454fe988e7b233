package skein.envs.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.TimeLimit;
import skein.envs.games.Breakout;
import skein.envs.games.Pong;
import skein.envs.games.SpaceInvaders;

class PlanesTextTest {
    private static Environment started(Environment env) {
        env.reset(new SplittableRandom(4));
        return env;
    }

    private static String picture(PlanesText renderer, Environment env) {
        return renderer.frame(env).replaceAll(" +\n", "\n").stripTrailing() + "\n";
    }

    @Test void space_invaders_begins_with_24_aliens_and_a_cannon_in_column_5() {
        assertEquals("""
                +--------------------+
                |    W W W W W W     |  A cannon
                |    W W W W W W     |  W alien
                |    W W W W W W     |
                |    W W W W W W     |
                |                    |  | own bullet
                |                    |  ! enemy bullet
                |                    |
                |                    |
                |                    |
                |          A         |
                +--------------------+
                """, picture(new PlanesText("AW  |!"), started(new SpaceInvaders())));
    }

    @Test void breakouts_ball_starts_on_a_brick_and_is_shown_as_the_channel_before() {
        Environment env = started(new Breakout());
        String picture = picture(new PlanesText("=o.#"), env);
        assertEquals("o", picture.lines().toList().get(4).replaceAll("[^o]", ""));
        assertEquals(29, picture.replaceAll("[^#]", "").length() - 1);   // the legend has one
    }

    @Test void the_picture_of_the_documentation_is_breakout_after_three_strikes_less() {
        Environment env = started(new TimeLimit(new Breakout(), 100));
        for (int t = 0; t < 5; t++) env.step(0);
        String legend = picture(new PlanesText("=o.#"), env).replaceAll("(?m)^.{22}", "");
        assertEquals("\n  = paddle\n  o ball\n  . trail\n  # brick\n\n\n\n\n\n\n\n", legend);
    }

    @Test void all_lines_of_all_games_are_as_long_as_the_border_and_the_longest_name() {
        String frame = new PlanesText("][o.").frame(started(new Pong()));
        // 22 for the board, 2 + 1 + 1 before a name, 17 for "opponent's paddle"
        frame.lines().forEach(line -> assertEquals(22 + 4 + 17, line.length(), line));
        assertEquals(12, frame.lines().count());
    }

    @Test void before_the_first_reset_the_board_is_empty() {
        String frame = new PlanesText("=o.#").frame(new Breakout());
        frame.lines().skip(1).limit(10)
                .forEach(line -> assertEquals("|" + " ".repeat(20) + "|", line.substring(0, 22)));
    }

    @Test void other_worlds_and_other_numbers_of_channels_are_refused() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> new PlanesText("=o.#").frame(new CartPole()));
        assertEquals("PlanesText shows a BoardGame, but got CartPole.", e.getMessage());
        e = assertThrows(IllegalArgumentException.class,
                () -> new PlanesText("abc").frame(new Pong()));
        assertEquals("This PlanesText has 3 characters, \"abc\", but Pong has 4 channels.",
                e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new PlanesText(""));
        assertEquals("PlanesText needs 1 to 10 characters, one for each channel, but got \"\".",
                e.getMessage());
    }
}
