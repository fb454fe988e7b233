package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every world promises; the test of a world inherits it and says how to make one. */
abstract class EnvironmentContract {
    private static final int EPISODES = 100;
    private static final int LONGEST = 1_000;   // steps; an episode without end is left there

    /** A new world that waits for its first reset. */
    abstract Environment make();

    /** Random play that also writes down what it saw. */
    private static List<String> play(Environment env, long seed, int episodes) {
        SplittableRandom rng = new SplittableRandom(seed);
        SplittableRandom actions = new SplittableRandom(seed + 1_000);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < episodes; i++) {
            seen.add(Arrays.toString(env.reset(rng)));
            Step step = null;
            for (int t = 0; t < LONGEST && (step == null || !step.last()); t++) {
                step = env.step(actions.nextInt(env.actionSpace().n()));
                seen.add(Arrays.toString(step.observation()) + " " + step.reward() + " "
                        + step.terminated() + " " + step.truncated());
            }
        }
        return seen;
    }

    /** A world just after the last step of an episode. */
    private Environment ended() {
        Environment env = make();
        env.reset(new SplittableRandom(3));
        while (!env.step(0).last()) assertNotNull(env);
        return env;
    }

    @Test void every_observation_of_a_hundred_random_episodes_lies_in_the_observation_space() {
        Environment env = make();
        Box space = env.observationSpace();
        SplittableRandom rng = new SplittableRandom(1);
        for (int i = 0; i < EPISODES; i++) {
            assertInside(space, env.reset(rng));
            Step step = null;
            for (int t = 0; t < LONGEST && (step == null || !step.last()); t++) {
                step = env.step(rng.nextInt(env.actionSpace().n()));
                assertInside(space, step.observation());
                assertTrue(Double.isFinite(step.reward()), "reward " + step.reward());
                assertFalse(step.terminated() && step.truncated(), "ended in both ways");
            }
        }
        assertEquals(space, env.observationSpace());
        assertEquals(make().actionSpace(), env.actionSpace());
    }

    private static void assertInside(Box space, float[] observation) {
        assertTrue(space.contains(observation), Arrays.toString(observation) + " in " + space);
    }

    @Test void the_same_seed_and_actions_give_the_same_episodes() {
        assertEquals(play(make(), 5, 10), play(make(), 5, 10));
    }

    @Test void a_reset_leaves_nothing_of_the_episodes_before() {
        Environment used = make();
        play(used, 6, 3);
        used.reset(new SplittableRandom(7));
        used.step(0);   // and this episode is left in its middle, if it has one
        assertEquals(play(make(), 5, 3), play(used, 5, 3));
    }

    @Test void twenty_seeds_give_more_than_one_start() {
        Set<String> starts = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            starts.add(Arrays.toString(make().reset(new SplittableRandom(seed))));
        }
        assertTrue(starts.size() > 1, "only one start: " + starts);
    }

    @Test void one_generator_gives_another_start_each_time() {
        Environment env = make();
        SplittableRandom rng = new SplittableRandom(8);
        Set<String> starts = new HashSet<>();
        for (int i = 0; i < 20; i++) starts.add(Arrays.toString(env.reset(rng)));
        assertTrue(starts.size() > 1, "only one start: " + starts);
    }

    @Test void an_observation_handed_out_never_changes_later() {
        Environment env = make();
        SplittableRandom rng = new SplittableRandom(9);
        List<float[]> handedOut = new ArrayList<>();
        List<float[]> copies = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            handedOut.add(env.reset(rng));
            copies.add(handedOut.get(handedOut.size() - 1).clone());
            Step step = null;
            for (int t = 0; t < LONGEST && (step == null || !step.last()); t++) {
                step = env.step(rng.nextInt(env.actionSpace().n()));
                handedOut.add(step.observation());
                copies.add(step.observation().clone());
            }
        }
        for (int i = 0; i < copies.size(); i++) {
            assertArrayEquals(copies.get(i), handedOut.get(i), "observation " + i);
            if (i > 0) assertNotSame(handedOut.get(i - 1), handedOut.get(i));
        }
    }

    @Test void writing_into_an_observation_does_not_change_the_world() {
        Environment env = make();
        Environment touched = make();
        SplittableRandom actions = new SplittableRandom(11);
        Arrays.fill(touched.reset(new SplittableRandom(10)), Float.NaN);
        env.reset(new SplittableRandom(10));
        Step step = null;
        for (int t = 0; t < LONGEST && (step == null || !step.last()); t++) {
            int action = actions.nextInt(env.actionSpace().n());
            step = env.step(action);
            Step same = touched.step(action);
            assertArrayEquals(step.observation(), same.observation());
            Arrays.fill(same.observation(), Float.NaN);
        }
    }

    @Test void a_step_before_the_first_reset_is_refused() {
        var e = assertThrows(IllegalStateException.class, () -> make().step(0));
        assertTrue(e.getMessage().contains("Call reset() before step()."), e.getMessage());
    }

    @Test void a_step_after_the_end_is_refused_until_a_reset() {
        Environment env = ended();
        for (int i = 0; i < 3; i++) {
            var e = assertThrows(IllegalStateException.class, () -> env.step(0));
            assertTrue(e.getMessage().contains("Call reset() before step()."), e.getMessage());
        }
        env.reset(new SplittableRandom(12));
        env.step(0);
    }

    @Test void a_reset_is_allowed_at_any_time() {
        Environment env = make();
        SplittableRandom rng = new SplittableRandom(13);
        env.reset(rng);
        env.reset(rng);
        env.step(0);
        assertInside(env.observationSpace(), env.reset(rng));
        assertInside(env.observationSpace(), ended().reset(rng));
    }

    @Test void a_bad_action_is_refused_and_leaves_the_episode_as_it_was() {
        Environment env = make();
        Environment twin = make();
        env.reset(new SplittableRandom(14));
        twin.reset(new SplittableRandom(14));
        int n = env.actionSpace().n();
        for (int bad : new int[] {-1, n, n + 7, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            var e = assertThrows(IllegalArgumentException.class, () -> env.step(bad));
            assertTrue(e.getMessage().contains("Action " + bad), e.getMessage());
        }
        Step step = twin.step(0);
        Step same = env.step(0);
        assertArrayEquals(step.observation(), same.observation());
        assertEquals(step.reward(), same.reward());
        assertEquals(step.last(), same.last());
    }

    @Test void unwrapped_is_the_world_itself() {
        Environment inner = make().unwrapped();
        assertEquals(inner, inner.unwrapped());
    }
}
