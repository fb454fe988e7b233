package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What every world promises; the test of a world inherits it and says how to make one. */
abstract class EnvironmentContract {
    private static final int LONGEST = 300;   // steps; a longer episode is left there
    /** A hundred; ten thousand with {@code -Plong}. */
    private static final int EPISODES = Integer.getInteger("jqwik.tries.default", 100);

    /** A new world that waits for its first reset. */
    abstract Environment make();

    /** Random play: the arrays and steps as handed out, and their digests at that moment. */
    private record Play(List<float[]> observations, List<Step> steps, List<String> digests) {
        static Play of(Environment env, long seed, int episodes) {
            return of(env, seed, ~seed, episodes);
        }

        static Play of(Environment env, long seed, long actionSeed, int episodes) {
            Play play = new Play(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            SplittableRandom rng = new SplittableRandom(seed);
            SplittableRandom actions = new SplittableRandom(actionSeed);
            for (int i = 0; i < episodes; i++) play.episode(env, rng, actions);
            return play;
        }

        private void episode(Environment env, RandomGenerator rng, RandomGenerator actions) {
            see(env.reset(rng), "reset");
            for (int t = 0; t < LONGEST; t++) {
                Step step = env.step(actions.nextInt(env.actionSpace().n()));
                steps.add(step);
                see(step.observation(),
                        step.reward() + " " + step.terminated() + " " + step.truncated());
                if (step.last()) return;
            }
        }

        private void see(float[] observation, String rest) {
            observations.add(observation);
            digests.add(Arrays.hashCode(observation) + " " + rest);
        }
    }

    /** A world just after the last step of an episode. */
    private Environment ended() {
        Environment env = make();
        env.reset(new SplittableRandom(3));
        boolean last = false;
        while (!last) last = env.step(0).last();
        return env;
    }

    /** Whether this world draws any chance at all. */
    boolean hasChance() {
        return true;
    }

    @Test void a_hundred_random_episodes_keep_to_the_spaces() {
        Environment env = make();
        SplittableRandom rng = new SplittableRandom(1);
        SplittableRandom actions = new SplittableRandom(2);
        for (int i = 0; i < EPISODES; i++) {
            assertInside(env, env.reset(rng));
            Step step;
            do {
                step = env.step(actions.nextInt(env.actionSpace().n()));
                assertInside(env, step.observation());
                assertTrue(Double.isFinite(step.reward()), "reward " + step.reward());
                assertFalse(step.terminated() && step.truncated(), "ended in both ways");
            } while (!step.last());
        }
        assertEquals(make().observationSpace(), env.observationSpace());
        assertEquals(make().actionSpace(), env.actionSpace());
    }

    private static void assertInside(Environment env, float[] observation) {
        assertTrue(env.observationSpace().contains(observation),
                Arrays.toString(observation) + " is not in " + env.observationSpace());
    }

    @Test void the_same_seed_and_actions_give_the_same_episodes() {
        assertEquals(Play.of(make(), 5, 10).digests, Play.of(make(), 5, 10).digests);
    }

    @Test void a_reset_leaves_nothing_of_the_episode_before() {
        Environment used = make();
        Play.of(used, 6, 3);
        used.reset(new SplittableRandom(7));
        used.step(0);   // and this episode is left in its middle
        assertEquals(Play.of(make(), 5, 3).digests, Play.of(used, 5, 3).digests);
    }

    @Test void twenty_seeds_give_more_than_one_episode_for_the_same_actions_if_there_is_chance() {
        Set<List<String>> episodes = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            episodes.add(Play.of(make(), seed, 100, 1).digests);
        }
        assertEquals(hasChance(), episodes.size() > 1, episodes.size() + " different ones");
    }

    @Test void twenty_resets_from_one_generator_give_more_than_one_episode_if_there_is_chance() {
        Environment env = make();
        SplittableRandom rng = new SplittableRandom(8);
        Set<List<String>> episodes = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Play play = new Play(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            play.episode(env, rng, new SplittableRandom(100));
            episodes.add(play.digests);
        }
        assertEquals(hasChance(), episodes.size() > 1, episodes.size() + " different ones");
    }

    @Test void an_observation_handed_out_never_changes_later() {
        Play play = Play.of(make(), 9, 5);
        for (int i = 0; i < play.observations.size(); i++) {
            String now = Arrays.hashCode(play.observations.get(i)) + " ";
            assertTrue(play.digests.get(i).startsWith(now), "observation " + i + " changed");
            if (i > 0) assertNotSame(play.observations.get(i - 1), play.observations.get(i));
        }
    }

    @Test void writing_into_an_observation_does_not_change_the_world() {
        Environment env = make();
        Environment scribbledOn = make();
        env.reset(new SplittableRandom(10));
        Arrays.fill(scribbledOn.reset(new SplittableRandom(10)), Float.NaN);
        SplittableRandom actions = new SplittableRandom(11);
        boolean last = false;
        for (int t = 0; t < LONGEST && !last; t++) {
            int action = actions.nextInt(env.actionSpace().n());
            Step step = env.step(action);
            float[] observation = scribbledOn.step(action).observation();
            assertArrayEquals(step.observation(), observation);
            Arrays.fill(observation, Float.NaN);
            last = step.last();
        }
    }

    @Test void a_step_before_the_first_reset_is_refused() {
        assertStepRefused(make());
    }

    @Test void a_step_after_the_end_is_refused_until_the_next_reset() {
        Environment env = ended();
        assertStepRefused(env);
        assertStepRefused(env);
        env.reset(new SplittableRandom(12));
        env.step(0);
    }

    private static void assertStepRefused(Environment env) {
        var e = assertThrows(IllegalStateException.class, () -> env.step(0));
        assertTrue(e.getMessage().endsWith(" Call reset() before step()."), e.getMessage());
    }

    @Test void a_reset_is_allowed_at_any_time() {
        Environment env = make();
        SplittableRandom rng = new SplittableRandom(13);
        env.reset(rng);
        env.reset(rng);
        env.step(0);
        assertInside(env, env.reset(rng));
        assertInside(env, ended().reset(rng));
    }

    @Test void a_bad_action_is_refused_and_leaves_the_episode_as_it_was() {
        Environment env = make();
        Environment twin = make();
        env.reset(new SplittableRandom(14));
        twin.reset(new SplittableRandom(14));
        int n = env.actionSpace().n();
        for (int bad : new int[] {-1, n, n + 7, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            var e = assertThrows(IllegalArgumentException.class, () -> env.step(bad));
            assertTrue(e.getMessage().startsWith("Action " + bad + " "), e.getMessage());
        }
        assertArrayEquals(twin.step(0).observation(), env.step(0).observation());
    }

    @Test void unwrapping_ends_at_the_world_itself() {
        Environment inner = make().unwrapped();
        assertSame(inner, inner.unwrapped());
    }
}
