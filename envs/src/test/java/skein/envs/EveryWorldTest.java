package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("worlds")
class EveryWorldTest extends EnvironmentContract {
    @Parameter World world;

    static List<World> worlds() {
        return Worlds.all();
    }

    @Override Environment make() {
        return world.make();
    }

    @Test void its_name_finds_it_and_its_summary_is_one_sentence() {
        assertEquals(world, Worlds.named(world.name()));
        assertEquals(world.name().toLowerCase(java.util.Locale.ROOT), world.name());
        assertTrue(world.summary().matches("[A-Z].{10,80}\\."), world.summary());
    }

    @Test void each_make_gives_a_world_of_its_own() {
        assertNotSame(world.make(), world.make());
        assertNotSame(world.make().unwrapped(), world.make().unwrapped());
    }

    @Test void all_its_pictures_have_one_size_and_watching_changes_nothing() {
        Environment env = make();
        Environment watched = make();
        env.reset(new SplittableRandom(1));
        watched.reset(new SplittableRandom(1));
        int[] size = size(world.renderer().frame(watched));
        Step step;
        do {
            step = env.step(0);
            assertEquals(List.of(step.observation()[0], step.last()), peek(watched.step(0)));
            assertEquals(List.of(size[0], size[1]), peekSize(world.renderer().frame(watched)));
        } while (!step.last());
    }

    private static List<Object> peek(Step step) {
        return List.of(step.observation()[0], step.last());
    }

    private static List<Integer> peekSize(String frame) {
        int[] size = size(frame);
        return List.of(size[0], size[1]);
    }

    private static int[] size(String frame) {
        String[] lines = frame.split("\n", -1);
        for (String line : lines) assertEquals(lines[0].length(), line.length());
        return new int[] {lines.length, lines[0].length()};
    }
}
