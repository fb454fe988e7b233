package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import skein.envs.render.Choice;
import skein.envs.render.SideBySide;

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

    @Test void its_name_is_one_lower_case_word_and_finds_it() {
        assertTrue(world.name().matches("[a-z0-9_-]+"), world.name());
        assertSame(world, Worlds.named(world.name()));
    }

    @Test void its_summary_is_one_line_of_a_sentence() {
        assertTrue(world.summary().matches("[A-Z].{10,80}\\."), world.summary());
    }

    @Test void each_make_gives_a_world_of_its_own() {
        assertNotSame(world.make().unwrapped(), world.make().unwrapped());
    }

    @Test void without_its_wrappers_it_refuses_steps_by_itself() {
        Environment env = make().unwrapped();
        assertStepRefused(env);
        if (ends(env)) assertStepRefused(env);
    }

    @Test void all_its_pictures_have_one_size_and_watching_changes_nothing() {
        Environment env = make();
        Environment watched = make();
        env.reset(new SplittableRandom(1));
        watched.reset(new SplittableRandom(1));
        SplittableRandom actions = new SplittableRandom(2);
        SplittableRandom sameActions = new SplittableRandom(2);
        String blank = blank(world.renderer().frame(watched));
        String blankInColor = blank(uncolored(watched));
        boolean last = false;
        for (int t = 0; t < 200 && !last; t++) {
            Step step = RandomActions.step(env, actions);
            Step watchedStep = RandomActions.step(watched, sameActions);
            assertArrayEquals(step.observation(), watchedStep.observation());
            assertEquals(blank, blank(world.renderer().frame(watched)));
            assertEquals(blankInColor, blank(uncolored(watched)));
            last = step.last();
        }
    }

    @Test void pictures_have_one_size_change_with_the_world_and_change_nothing() {
        Environment env = make();
        Environment watched = make();
        env.reset(new SplittableRandom(1));
        float[] s = watched.reset(new SplittableRandom(1));
        SplittableRandom actions = new SplittableRandom(2);
        SplittableRandom sameActions = new SplittableRandom(2);
        BufferedImage first = picture(watched, s);
        boolean changed = false;
        boolean last = false;
        for (int t = 0; t < 10 && !last; t++) {
            Step step = RandomActions.step(env, actions);
            Step watchedStep = RandomActions.step(watched, sameActions);
            assertArrayEquals(step.observation(), watchedStep.observation());
            BufferedImage picture = picture(watched, watchedStep.observation());
            assertEquals(first.getWidth(), picture.getWidth());
            assertEquals(first.getHeight(), picture.getHeight());
            changed |= !sameArea(first, picture, 352, 34, first.getWidth() - 368, 320);
            last = step.last();
        }
        assertTrue(changed, "what a person sees");
    }

    private BufferedImage picture(Environment env, float[] s) {
        return SideBySide.of(world, env, s, Choice.NONE, "");
    }

    private static boolean sameArea(BufferedImage a, BufferedImage b, int x, int y, int width,
            int height) {
        return Arrays.equals(a.getRGB(x, y, width, height, null, 0, width),
                b.getRGB(x, y, width, height, null, 0, width));
    }

    @Test void each_of_its_actions_has_a_name_of_its_own() {
        Environment env = make();
        int n = env.actionSpace() instanceof Box box ? box.size()
                : Discrete.of(env.actionSpace()).n();
        assertEquals(n, env.actionNames().stream().distinct().count());
        assertEquals(n, env.actionNames().size());
        for (String name : env.actionNames()) assertTrue(name.matches("[a-z][a-z ]*"), name);
    }

    private String uncolored(Environment env) {
        return world.renderer().colored(env).replaceAll("\033\\[[0-9;]*m", "");
    }

    /** A picture with a dot for each character. */
    private static String blank(String picture) {
        String blank = picture.replaceAll(".", ".");
        assertEquals(1, blank.lines().distinct().count(), "all lines have the same length");
        return blank;
    }
}
