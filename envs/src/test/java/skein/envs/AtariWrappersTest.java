package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** ActionRepeat, RewardClip and NoOpStart. */
class AtariWrappersTest {
    @Nested class Repeated extends EnvironmentContract {
        @Override Environment make() {
            return new ActionRepeat(new TimeLimit(new CartPole(), 50), 4);
        }
    }

    @Nested class RepeatedTorque extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new RewardClip(new ActionRepeat(new Pendulum(), 4)), 50);
        }
    }

    @Nested class Clipped extends EnvironmentContract {
        @Override Environment make() {
            return new RewardClip(new Meteors());
        }
    }

    @Nested class Delayed extends EnvironmentContract {
        @Override Environment make() {
            return new NoOpStart(new Meteors(), 30);
        }
    }

    @Nested class TheTestWorldItself extends EnvironmentContract {
        @Override Environment make() {
            return new Meteors();
        }
    }

    private static <E extends Environment> E started(E env) {
        env.reset(new SplittableRandom(1));
        return env;
    }

    // ---- ActionRepeat

    @Test void rewards_1_2_3_at_4_repeats_are_one_step_of_6_with_the_last_observation() {
        Step step = started(new ActionRepeat(new ScriptedWorld(1, 2, 3), 4)).step(0);
        assertEquals(6, step.reward());
        assertEquals(3, step.observation()[0]);
        assertTrue(step.terminated());
    }

    @Test void five_steps_at_two_repeats_are_three_of_1_plus_2_and_3_plus_4_and_5() {
        Environment env = started(new ActionRepeat(new ScriptedWorld(1, 2, 3, 4, 5), 2));
        assertEquals(3, env.step(0).reward());
        Step second = env.step(0);
        assertEquals(7, second.reward());
        assertFalse(second.last());
        Step third = env.step(0);
        assertEquals(5, third.reward());
        assertTrue(third.terminated());
    }

    @Test void an_end_by_the_clock_stops_the_repetition_too() {
        Environment env = new ActionRepeat(new TimeLimit(new ScriptedWorld(1, 2, 3, 4), 3), 4);
        Step step = started(env).step(0);
        assertEquals(6, step.reward());
        assertTrue(step.truncated());
    }

    @Property void repeating_neither_adds_nor_loses_reward_or_steps(
            @ForAll @Size(min = 1, max = 40) int[] rewards,
            @ForAll @IntRange(min = 1, max = 6) int times) {
        double[] asDoubles = Arrays.stream(rewards).asDoubleStream().toArray();
        Environment env = started(new ActionRepeat(new ScriptedWorld(asDoubles), times));
        double total = 0;
        int steps = 0;
        for (Step step = null; step == null || !step.last(); steps++) {
            step = env.step(0);
            total += step.reward();
        }
        assertEquals(Arrays.stream(asDoubles).sum(), total);
        assertEquals((rewards.length + times - 1) / times, steps);
    }

    // ---- RewardClip

    @Test void rewards_7_half_and_minus_3_become_1_half_and_minus_1() {
        Environment env = started(new RewardClip(new ScriptedWorld(7, 0.5, -3)));
        assertEquals(1, env.step(0).reward());
        assertEquals(0.5, env.step(0).reward());
        assertEquals(-1, env.step(0).reward());
    }

    // ---- NoOpStart

    @Test void one_to_thirty_steps_come_before_the_agents_first() {
        boolean[] seen = new boolean[31];
        SplittableRandom rng = new SplittableRandom(2);
        for (int i = 0; i < 1_000; i++) {
            Environment env = new NoOpStart(new ScriptedWorld(new double[40]), 30);
            seen[(int) env.reset(rng)[0]] = true;
        }
        assertFalse(seen[0]);
        for (int k = 1; k <= 30; k++) assertTrue(seen[k], "never " + k);
    }

    @Test void a_world_that_ends_meanwhile_is_reset_and_the_agent_gets_a_running_episode() {
        // of two steps: after an odd number of no-ops one is over, after an even number none
        SplittableRandom rng = new SplittableRandom(3);
        boolean[] seen = new boolean[2];
        for (int i = 0; i < 100; i++) {
            Environment env = new NoOpStart(new TimeLimit(new ScriptedWorld(1, 1), 2), 5);
            int at = (int) env.reset(rng)[0];
            seen[at] = true;
            assertEquals(at == 1, env.step(0).last());
        }
        assertTrue(seen[0] && seen[1]);
    }

    @Test void torques_have_no_action_0() {
        assertThrows(IllegalArgumentException.class, () -> new NoOpStart(new Pendulum(), 30));
    }

    // ---- all

    @Test void at_most_1_step_before_the_start_is_exactly_1() {
        Meteors world = new Meteors();
        for (int i = 0; i < 10; i++) {
            started(new NoOpStart(world, 1));
            assertEquals(1, world.stoneY);
        }
    }

    @Test void numbers_below_1_are_refused_with_the_number() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> new ActionRepeat(new CartPole(), 0));
        assertEquals("ActionRepeat needs times >= 1, but got 0.", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new NoOpStart(new CartPole(), 0));
        assertEquals("NoOpStart needs most >= 1, but got 0.", e.getMessage());
        var n = assertThrows(NullPointerException.class, () -> new RewardClip(null));
        assertEquals("RewardClip needs a world, but got null.", n.getMessage());
    }

    @Test void the_generator_of_the_reset_is_the_only_chance() {
        RandomGenerator rng = new SplittableRandom(7);
        assertNotEquals(firstStones(rng), firstStones(rng));
        assertEquals(firstStones(new SplittableRandom(7)), firstStones(new SplittableRandom(7)));
    }

    private static String firstStones(RandomGenerator rng) {
        Meteors world = new Meteors();
        StringBuilder stones = new StringBuilder();
        new NoOpStart(world, 30).reset(rng);
        for (int k = 0; k < 5; k++) {
            stones.append(world.stoneX).append(' ').append(world.stoneY).append(' ');
            if (world.step(0).last()) world.reset(rng);
        }
        return stones.toString();
    }
}
