package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import skein.envs.render.CartPoleText;

class WorldsTest {
    @Test void cartpole_is_cut_at_500_steps_and_solved_at_475() {
        World world = Worlds.named("cartpole");
        assertEquals(475, world.solvedAt());
        assertInstanceOf(CartPoleText.class, world.renderer());

        Environment env = world.make();
        env.reset(new SplittableRandom(1));
        CartPole cartPole = assertInstanceOf(CartPole.class, env.unwrapped());
        Step step = null;
        for (int t = 0; t < 500; t++) {
            assertTrue(step == null || !step.last(), "ended at step " + t);
            cartPole.reset(new CartPole.State(0, 0, 0, 0));   // somebody holds the pole
            step = env.step(0);
        }
        assertTrue(step.truncated());
    }

    @Test void the_others_have_the_limits_and_thresholds_of_Gymnasium() {
        assertCutAt(200, Double.NaN, "pendulum");
        assertCutAt(500, -100, "acrobot");
        assertCutAt(200, -110, "mountain-car");
        assertEquals(475, Worlds.named("cartpole-masked").solvedAt());
    }

    /** None of them ends by itself if nothing is done. */
    private static void assertCutAt(int limit, double solvedAt, String name) {
        assertEquals(solvedAt, Worlds.named(name).solvedAt());
        Environment env = Worlds.named(name).make();
        env.reset(new SplittableRandom(1));
        int steps = 0;
        Step step;
        do {
            step = env.actionSpace() instanceof Box ? env.step(new float[1]) : env.step(1);
            steps++;
        } while (!step.last());
        assertTrue(step.truncated());
        assertEquals(limit, steps);
    }

    @Test void masked_cartpole_shows_position_and_angle_of_the_same_world_with_the_same_limit() {
        Environment env = Worlds.named("cartpole-masked").make();
        env.reset(new SplittableRandom(1));
        CartPole cartPole = assertInstanceOf(CartPole.class, env.unwrapped());
        for (int t = 1; t <= 500; t++) {
            cartPole.reset(new CartPole.State(0, 1, 0, -2));       // x = 0.02, a = −0.04
            Step step = env.step(1);
            assertArrayEquals(new float[] {0.02f, -0.04f}, step.observation(), 1e-7f);
            assertEquals(t == 500, step.truncated());
        }
    }

    @Test void actions_are_named_in_the_order_of_their_numbers() {
        List<String> arcade = List.of("none", "left", "up", "right", "down", "fire");
        List<String> compass = List.of("north", "east", "south", "west");
        assertActions(List.of("left", "right"), "cartpole", "cartpole-masked");
        assertActions(List.of("left", "none", "right"), "acrobot", "mountain-car");
        assertActions(List.of("torque"), "pendulum");
        assertActions(List.of("none", "up", "down"), "pong");
        assertActions(arcade, "breakout", "freeway", "space-invaders", "asterix", "seaquest");
        assertActions(compass, "maze", "maze-random", "maze-key", "maze-memory", "t-maze");
        assertActions(List.of("forward", "back", "turn left", "turn right", "strafe left",
                "strafe right"), "labyrinth-small", "labyrinth");
    }

    private static void assertActions(List<String> names, String... worlds) {
        for (String world : worlds) {
            assertEquals(names, Worlds.named(world).make().actionNames(), world);
        }
    }

    @Test void planes_are_named_in_the_order_of_their_numbers() {
        assertPlanes("pong", "own paddle", "opponent's paddle", "ball", "trail");
        assertPlanes("breakout", "paddle", "ball", "trail", "brick");
        assertPlanes("freeway", "chicken", "car", "trail of speed 1", "trail of speed 2",
                "trail of speed 3", "trail of speed 4", "trail of speed 5");
        assertPlanes("space-invaders", "cannon", "alien", "alien going left",
                "alien going right", "own bullet", "enemy bullet");
        assertPlanes("asterix", "player", "enemy", "trail", "gold");
        assertPlanes("seaquest", "submarine front", "submarine back", "own bullet", "trail",
                "enemy bullet", "fish", "enemy submarine", "oxygen", "diver aboard", "diver");
    }

    private static void assertPlanes(String world, String... names) {
        BoardGame game = (BoardGame) Worlds.named(world).make().unwrapped();
        assertEquals(List.of(names), IntStream.range(0, game.channels())
                .mapToObj(game::channelName).toList(), world);
    }

    @Test void a_mistyped_name_is_refused_with_the_nearest_one() {
        var e = assertThrows(IllegalArgumentException.class, () -> Worlds.named("CartPol"));
        assertEquals("There is no world \"CartPol\". Did you mean cartpole?", e.getMessage());
    }

    @Test void a_name_unlike_all_others_is_refused_with_the_list() {
        var e = assertThrows(IllegalArgumentException.class, () -> Worlds.named("chess"));
        assertTrue(e.getMessage().startsWith("There is no world \"chess\". Choose one of: "));
        for (World world : Worlds.all()) assertTrue(e.getMessage().contains(world.name()));
        assertThrows(IllegalArgumentException.class, () -> Worlds.named(null));
    }

    @Test void the_list_begins_with_the_easiest_of_each_kind() {
        List<String> games = List.of("pong", "breakout", "freeway", "space-invaders", "asterix",
                "seaquest");
        List<String> expected = new ArrayList<>(List.of("cartpole", "cartpole-masked", "acrobot",
                "mountain-car", "pendulum"));
        expected.addAll(games);
        for (String game : games) expected.add(game + "-pixels");
        expected.addAll(List.of("maze", "maze-random", "maze-key", "t-maze", "maze-memory",
                "labyrinth-small", "labyrinth"));
        assertEquals(expected, Worlds.all().stream().map(World::name).toList());
    }

    @Test void the_list_cannot_be_changed_and_no_name_is_there_twice() {
        assertThrows(UnsupportedOperationException.class, () -> Worlds.all().remove(0));
        long names = Worlds.all().stream().map(World::name).distinct().count();
        assertEquals(Worlds.all().size(), names);
    }
}
