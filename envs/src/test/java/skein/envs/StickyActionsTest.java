package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StickyActionsTest {
    @Nested class OfCartPole extends EnvironmentContract {
        @Override Environment make() {
            return new StickyActions(new CartPole(), 0.25);
        }
    }

    private final List<String> log = new ArrayList<>();

    /** Writes down the actions that it gets and ends at the fourth. */
    private final class Recorder implements Environment {
        private RandomGenerator rng;
        private int t;

        @Override public Box observationSpace() {
            return new Box(0, 0, 1);
        }

        @Override public Discrete actionSpace() {
            return new Discrete(6);
        }

        @Override public float[] reset(RandomGenerator rng) {
            this.rng = rng;
            t = 0;
            return new float[1];
        }

        @Override public Step step(int action) {
            log.add("action " + action);
            rng.nextDouble();
            t++;
            return new Step(new float[1], 0, t == 4, false);
        }
    }

    /** Gives real numbers in turn, and writes down that it did. */
    private RandomGenerator giving(double... numbers) {
        return new RandomGenerator() {
            private int next;

            @Override public double nextDouble() {
                log.add("draw");
                return numbers[next++];
            }

            @Override public long nextLong() {
                throw new AssertionError("only real numbers are drawn");
            }
        };
    }

    private List<String> play(Environment env, int... actions) {
        log.clear();
        for (int action : actions) env.step(action);
        log.removeIf("draw"::equals);
        return log;
    }

    @Test void at_p_0_1_a_draw_of_0_099_repeats_the_last_action_executed_and_one_of_0_1_does_not() {
        Environment env = new StickyActions(new Recorder(), 0.1);
        env.reset(giving(0.1, 0, 0.099, 0, 0, 0, 0.5, 0));
        // 3 is executed, repeated instead of 4 and instead of 5, and then 2 is
        assertEquals(List.of("action 3", "action 3", "action 3", "action 2"),
                play(env, 3, 4, 5, 2));
    }

    @Test void the_draw_comes_before_the_world_draws_even_if_nothing_can_stick() {
        Environment env = new StickyActions(new Recorder(), 0);
        env.reset(giving(0, 0));
        env.step(3);
        assertEquals(List.of("draw", "action 3", "draw"), log);
    }

    @Test void before_the_first_step_the_last_action_is_0_and_a_reset_does_not_change_it() {
        Environment env = new StickyActions(new Recorder(), 0.1);
        env.reset(giving(0, 0, 0.5, 0));
        assertEquals(List.of("action 0", "action 5"), play(env, 4, 5));
        env.reset(giving(0, 0));
        assertEquals(List.of("action 5"), play(env, 1));
    }

    @Test void a_refused_action_draws_nothing_and_does_not_become_the_last() {
        Environment env = new StickyActions(new Recorder(), 1);
        env.reset(giving(0, 0));
        assertThrows(IllegalArgumentException.class, () -> env.step(6));
        assertEquals(List.of(), log);
        assertEquals(List.of("action 0"), play(env, 5));
    }

    @Test void a_step_after_the_end_is_refused_before_anything_is_drawn() {
        Environment env = new StickyActions(new Recorder(), 0);
        env.reset(giving(0, 0, 0, 0, 0, 0, 0, 0));
        play(env, 1, 2, 3, 4);
        log.clear();
        assertThrows(IllegalStateException.class, () -> env.step(5));
        assertEquals(List.of(), log);
    }

    @Test void a_tenth_of_many_steps_sticks() {
        Environment env = new StickyActions(new Recorder(), 0.1);
        SplittableRandom rng = new SplittableRandom(1);
        int stuck = 0;
        for (int i = 0; i < 10_000; i++) {
            if (i % 4 == 0) env.reset(rng);
            int action = 1 + i % 2;
            if (!play(env, action).contains("action " + action)) stuck++;
        }
        // a step sticks with 0.1; what sticks is then the other action, unless the one before
        // stuck too, so 0.1 − 0.1 stuck + ... = 0.1 / 1.1 = 909 of them, with deviation 29
        assertEquals(909, stuck, 120);
    }

    @Test void p_is_a_probability_and_there_is_a_world() {
        for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
            var e = assertThrows(IllegalArgumentException.class,
                    () -> new StickyActions(new CartPole(), p));
            assertEquals("StickyActions needs a probability p of 0 .. 1, but got " + p + ".",
                    e.getMessage());
        }
        assertThrows(NullPointerException.class, () -> new StickyActions(null, 0.1));
    }

    @Test void under_it_is_the_world_with_its_spaces() {
        CartPole world = new CartPole();
        Environment env = new StickyActions(world, 0.1);
        assertSame(world, env.unwrapped());
        assertEquals(world.observationSpace(), env.observationSpace());
        assertEquals(world.actionSpace(), env.actionSpace());
    }
}
