package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MaskedTest {
    @Nested class OverCartPole extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new Masked(new CartPole(), 0, 2), 500);
        }
    }

    @Nested class OverPendulum extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new Masked(new Pendulum(), 1, 0), 50);
        }
    }

    @Test void position_and_angle_are_numbers_0_and_2_with_their_bounds() {
        CartPole cartPole = new CartPole();
        Masked env = new Masked(cartPole, 0, 2);
        assertEquals(new Box(new float[] {-4.8f, -0.41887903f}, new float[] {4.8f, 0.41887903f}, 2),
                env.observationSpace());
        assertSame(cartPole, env.unwrapped());
        env.reset(new SplittableRandom(1));
        cartPole.reset(new CartPole.State(1, 2, 0.1, -3));   // x + 0.02 v, a + 0.02 w
        assertArrayEquals(new float[] {1.04f, 0.04f}, env.step(0).observation(), 1e-7f);
    }

    @Test void a_number_that_is_not_there_or_none_is_refused() {
        for (int[] shown : new int[][] {{}, {4}, {0, -1}}) {
            assertThrows(IllegalArgumentException.class, () -> new Masked(new CartPole(), shown));
        }
        var e = assertThrows(IllegalArgumentException.class,
                () -> new Masked(new CartPole(), 0, 4));
        assertEquals("Masked needs at least one number to show, out of 0 .. 3, but got [0, 4].",
                e.getMessage());
    }
}
