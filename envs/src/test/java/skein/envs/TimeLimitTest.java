package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TimeLimitTest {
    @Nested class WithALimitOf500 extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new CartPole(), 500);
        }
    }

    @Nested class WithALimitOf7 extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new CartPole(), 7);
        }
    }

    @Nested class WithALimitOf1 extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new CartPole(), 1);
        }
    }

    @Nested class InsideAnotherLimit extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new TimeLimit(new CartPole(), 7), 9);
        }
    }

    private static Environment started(Environment env) {
        env.reset(new SplittableRandom(1));
        return env;
    }

    @Test void a_limit_of_3_truncates_step_3_of_a_longer_episode_and_keeps_the_rest_of_the_step() {
        Environment env = started(new TimeLimit(new ScriptedWorld(4, 5, 6, 7), 3));
        assertFalse(env.step(0).last());
        assertFalse(env.step(0).last());
        Step third = env.step(0);
        assertTrue(third.truncated());
        assertFalse(third.terminated());
        assertEquals(6, third.reward());
        assertEquals(3, third.observation()[0]);
    }

    @Test void an_end_exactly_at_the_limit_is_terminated_and_not_truncated() {
        Environment env = started(new TimeLimit(new ScriptedWorld(4, 5, 6), 3));
        env.step(0);
        env.step(0);
        Step third = env.step(0);
        assertTrue(third.terminated());
        assertFalse(third.truncated());
    }

    @Test void an_end_before_the_limit_ends_the_episode_too() {
        Environment env = started(new TimeLimit(new ScriptedWorld(4, 5), 3));
        env.step(0);
        assertTrue(env.step(0).terminated());
        assertThrows(IllegalStateException.class, () -> env.step(0));
    }

    @Test void every_episode_has_the_whole_time() {
        Environment env = new TimeLimit(new ScriptedWorld(4, 5, 6, 7), 3);
        started(env).step(0);   // left in its middle
        for (int i = 0; i < 2; i++) {
            started(env);
            assertFalse(env.step(0).last());
            assertFalse(env.step(0).last());
            assertTrue(env.step(0).truncated());
        }
    }

    @Test void the_refusal_names_the_step_at_which_the_time_was_up() {
        Environment env = started(new TimeLimit(new ScriptedWorld(4, 5, 6, 7), 3));
        for (int t = 0; t < 3; t++) env.step(0);
        var e = assertThrows(IllegalStateException.class, () -> env.step(0));
        assertEquals("This episode ended at step 3. Call reset() before step().", e.getMessage());
    }

    @Test void a_refused_action_takes_no_time() {
        Environment env = started(new TimeLimit(new ScriptedWorld(4, 5, 6, 7), 2));
        assertThrows(IllegalArgumentException.class, () -> env.step(9));
        assertFalse(env.step(0).last());
        assertTrue(env.step(0).truncated());
    }

    @Test void a_limit_below_1_is_refused_and_so_is_no_world() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> new TimeLimit(new CartPole(), 0));
        assertEquals("TimeLimit needs maxSteps >= 1, but got 0.", e.getMessage());
        assertThrows(NullPointerException.class, () -> new TimeLimit(null, 1));
    }

    @Test void under_all_limits_is_the_world_with_its_spaces() {
        CartPole world = new CartPole();
        Environment env = new TimeLimit(new TimeLimit(world, 5), 7);
        assertSame(world, env.unwrapped());
        assertEquals(world.observationSpace(), env.observationSpace());
        assertEquals(world.actionSpace(), env.actionSpace());
    }
}
