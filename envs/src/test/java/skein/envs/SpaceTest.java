package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final float INF = Float.POSITIVE_INFINITY;

    private record Silent(Space actionSpace) implements Environment {
        @Override public Box observationSpace() {
            return new Box(0, 0, 1);
        }

        @Override public float[] reset(RandomGenerator rng) {
            return new float[1];
        }
    }

    @Test void numbered_actions_are_found_behind_a_space_and_a_box_is_refused() {
        Discrete two = new Discrete(2);
        assertSame(two, Discrete.of(two));
        var e = assertThrows(IllegalArgumentException.class, () -> Discrete.of(new Box(-2, 2, 1)));
        assertEquals("This needs numbered actions, such as Discrete(2), but the actions of this "
                + "world are Box([1]: -2.0 .. 2.0).", e.getMessage());
    }

    @Test void actions_that_nobody_named_are_called_by_their_numbers() {
        assertEquals(List.of("0", "1", "2"), new Silent(new Discrete(3)).actionNames());
        assertEquals(List.of("0", "1"), new Silent(new Box(-2, 2, 2)).actionNames());
    }

    @Test void an_action_of_the_wrong_kind_is_refused_with_the_method_to_call() {
        Environment turns = new Silent(new Box(-2, 2, 1));
        assertRefused("Silent takes Box([1]: -2.0 .. 2.0) actions, not action 1. "
                + "Use step(float[]).", () -> turns.step(1));
        Environment counts = new Silent(new Discrete(3));
        assertRefused("Silent takes Discrete(3) actions, not the action [0.5, 1.0]. "
                + "Use step(int).", () -> counts.step(new float[] {0.5f, 1}));
    }

    @Test void a_world_without_the_step_that_fits_its_space_is_told_to_implement_it() {
        Environment turns = new Silent(new Box(-2, 2, 1));
        assertRefused("Silent takes Box([1]: -2.0 .. 2.0) actions, not the action [1.0]. "
                + "Implement step(float[]).", () -> turns.step(new float[] {1}));
        Environment counts = new Silent(new Discrete(3));
        assertRefused("Silent takes Discrete(3) actions, not action 1. Implement step(int).",
                () -> counts.step(1));
    }

    private static void assertRefused(String message, Runnable step) {
        var e = assertThrows(IllegalArgumentException.class, step::run);
        assertEquals(message, e.getMessage());
    }

    @Property void a_drawn_action_is_inside_its_box_whatever_the_bounds(
            @ForAll float a, @ForAll float b, @ForAll long seed) {
        Box box = new Box(Math.min(a, b), Math.max(a, b), 3);
        assertTrue(box.contains(RandomActions.draw(box, new SplittableRandom(seed))));
    }

    @Test void drawn_actions_fill_finite_bounds_and_stay_near_0_where_there_are_none() {
        Box box = new Box(new float[] {-2, -INF, 5, -INF}, new float[] {2, INF, INF, -5}, 4);
        SplittableRandom rng = new SplittableRandom(1);
        float[] least = {INF, INF, INF, INF};
        float[] most = {-INF, -INF, -INF, -INF};
        for (int k = 0; k < 1_000; k++) {
            float[] action = RandomActions.draw(box, rng);
            assertTrue(box.contains(action));
            for (int i = 0; i < 4; i++) least[i] = Math.min(least[i], action[i]);
            for (int i = 0; i < 4; i++) most[i] = Math.max(most[i], action[i]);
        }
        float[] low = {-2, -1, 5, -6};
        float[] high = {2, 1, 6, -5};
        for (int i = 0; i < 4; i++) assertEquals(low[i], least[i], 0.04);
        for (int i = 0; i < 4; i++) assertEquals(high[i], most[i], 0.04);
    }
}
