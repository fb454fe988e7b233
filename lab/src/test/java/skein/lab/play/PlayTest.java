package skein.lab.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import skein.envs.Environment;
import skein.envs.Pendulum;
import skein.envs.Worlds;
import skein.lab.command.Ran;

/** {@code skein play}, by keys from a pipe. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class PlayTest {
    private static final int USER_ERROR = 2;

    private static Ran play(String keys, String... args) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)));
        try {
            List<String> all = new ArrayList<>(List.of("play"));
            all.addAll(List.of(args));
            return Ran.skein(all.toArray(new String[0]));
        } finally {
            System.setIn(before);
        }
    }

    @Test void three_known_keys_are_three_steps_and_unknown_ones_are_none() {
        Ran result = play("a\033[Cxyd", "cartpole");
        assertEquals("You played 3 steps: return 3, you stopped.", result.lastLine());
        assertTrue(result.out().startsWith("Keys: left = left a 0, right = right d 1, quit = q"),
                result.out());
        assertTrue(result.out().contains("t = 2       return 2    right    reward 1"),
                result.out());
        assertEquals(0, result.code());
        assertEquals("", result.err());
    }

    @Test void q_ends_it_and_so_does_the_end_of_the_keys() {
        assertEquals("You played 1 step: return 1, you stopped.",
                play("aqaaa", "cartpole").lastLine());
        assertEquals("You played 0 steps: return 0, you stopped.", play("", "cartpole").lastLine());
    }

    @Test void holding_one_key_lets_the_pole_fall() {
        String last = play("a".repeat(500), "cartpole").lastLine();
        assertTrue(last.matches("You played \\d+ steps: return \\d+, it ended by itself\\."), last);
    }

    @Test void one_seed_is_one_maze_and_another_is_another() {
        String one = play("q", "maze-random", "--seed", "1").out();
        assertEquals(one, play("q", "maze-random", "--seed", "1").out());
        assertTrue(!one.equals(play("q", "maze-random", "--seed", "2").out()));
    }

    @Test void every_world_can_be_played() {
        for (var world : Worlds.all()) {
            Ran result = play("adws .0123", world.name(), "--fps", "30");
            assertEquals(0, result.code(), world.name() + result.err());
            assertTrue(result.lastLine().startsWith("You played "), world.name());
        }
    }

    @Test void bad_input_is_refused_in_a_sentence() {
        assertEquals(new Ran(USER_ERROR, "", "There is no world \"maz\". Did you mean maze?"
                + System.lineSeparator()), play("", "maz"));
        assertEquals(new Ran(USER_ERROR, "", "--fps must be 1 .. 1000, but got 0."
                + System.lineSeparator()), play("", "maze", "--fps", "0"));
    }

    @Test void keys_have_names() throws IOException {
        Keys keys = Keys.of(new ByteArrayInputStream(
                "a\nA \033[A\033[B\033OC\033[D\033[Z.\004".getBytes(StandardCharsets.UTF_8)));
        for (String expected : List.of("a", "a", "space", "up", "down", "right", "left", "escape",
                ".", Keys.END, Keys.END)) {
            assertEquals(expected, keys.next(0));
        }
    }

    @Test void a_key_means_what_it_looks_like_in_each_world() {
        assertMeans("maze", "a west", "d east", "w north", "s south", "up north", "1 east");
        assertMeans("labyrinth", "left turn left", "a strafe left", "w forward", "s back");
        assertMeans("space-invaders", "space fire", ". none", "left left");
        assertMeans("mountain-car", "space none", "right right", "2 right");
        assertNull(Controls.of(Worlds.named("cartpole").make()).meaning("space"));
        assertNull(Controls.of(Worlds.named("cartpole").make()).meaning("2"));
    }

    private static void assertMeans(String world, String... keysAndMeanings) {
        Controls controls = Controls.of(Worlds.named(world).make());
        for (String text : keysAndMeanings) {
            String[] pair = text.split(" ", 2);
            assertEquals(pair[1], controls.meaning(pair[0]), world);
        }
    }

    @Test void a_lever_moves_by_an_eighth_stays_where_it_is_and_ends_at_the_bounds() {
        Pendulum env = new Pendulum();
        env.reset(new SplittableRandom(1));
        Controls controls = Controls.of(env);
        String[] keys = {"right", "space", "d", "0", "left", "a", "a", "a", "a", "up"};
        String[] torques = {"+0.50", "+0.50", "+1.00", "+0.00", "-0.50", "-1.00", "-1.50", "-2.00",
            "-2.00", null};
        for (int i = 0; i < keys.length; i++) {
            if (torques[i] == null) {
                assertNull(controls.meaning(keys[i]));
                continue;
            }
            Pendulum.State before = env.state();
            controls.step(keys[i]);
            assertEquals("torque " + torques[i], controls.meaning(keys[i]));
            assertEquals(Pendulum.next(before, Double.parseDouble(torques[i])), env.state());
        }
    }

    @Test void without_a_key_the_last_button_goes_on_if_there_is_no_doing_nothing() {
        Environment cartpole = Worlds.named("cartpole").make();
        cartpole.reset(new SplittableRandom(1));
        Controls controls = Controls.of(cartpole);
        float v = controls.step("right").observation()[1];
        assertTrue(controls.idle().observation()[1] > v, "another push to the right");
    }
}
