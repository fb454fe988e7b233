package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiscreteTest {
    @Property void it_contains_0_to_n_minus_1_and_check_agrees(
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @IntRange(min = -3, max = 23) int action) {
        Discrete space = new Discrete(n);
        boolean inside = action >= 0 && action <= n - 1;
        assertEquals(inside, space.contains(action));
        if (inside) assertEquals(action, space.check(action));
        else assertThrows(IllegalArgumentException.class, () -> space.check(action));
    }

    @Test void the_refusal_names_the_action_and_the_actions_there_are() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Discrete(3).check(3));
        assertEquals("Action 3 is not one of 0 .. 2.", e.getMessage());
    }

    @Test void a_space_without_actions_is_refused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Discrete(0));
        assertEquals("Discrete needs n >= 1, but got 0.", e.getMessage());
    }

    @Test void it_prints_its_size() {
        assertEquals("Discrete(2)", new Discrete(2).toString());
    }
}
