package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
    private static final int LONGEST = 2_000;   // steps; an episode without end is left there
    private static final int KEPT = 300;        // steps of it where all of them are kept
    private static final int NUMBERS = 2_000_000;   // in the observations that one play keeps

    /** How many random episodes keep to the spaces; mvn verify -Plong: 10,000. */
    static final int EPISODES = Integer.getInteger("skein.episodes", 100);

    /** A new world that waits for its first reset. */
    abstract Environment make();

    /** Whether this world draws any chance at all. */
    boolean hasChance() {
        return true;
    }

    /** Random play: the arrays as handed out, and what there was to see at that moment. */
    private record Play(List<float[]> observations, List<String> seen) {
        static Play of(Environment env, long seed, int episodes) {
            return of(env, new SplittableRandom(seed), ~seed, episodes);
        }

        static Play of(Environment env, RandomGenerator rng, long actionSeed, int episodes) {
            Play play = new Play(new ArrayList<>(), new ArrayList<>());
            SplittableRandom actions = new SplittableRandom(actionSeed);
            int most = Math.max(200, NUMBERS / env.observationSpace().size());
            for (int i = 0; i < episodes && play.seen.size() < most; i++) {
                play.episode(env, rng, actions);
            }
            return play;
        }

        private void episode(Environment env, RandomGenerator rng, RandomGenerator actions) {
            see(env.reset(rng), "reset");
            for (int t = 0; t < KEPT; t++) {
                Step step = RandomActions.step(env, actions);
                see(step.observation(),
                        step.reward() + " " + step.terminated() + " " + step.truncated());
                if (step.last()) return;
            }
        }

        private void see(float[] observation, String rest) {
            observations.add(observation);
            seen.add(Arrays.hashCode(observation) + " " + rest);
        }
    }

    /** Takes the same action at every call. */
    private static Step steady(Environment env) {
        return RandomActions.step(env, new SplittableRandom(2));
    }

    /** A world just after the last step of an episode. */
    private Environment ended() {
        Environment env = make();
        assumeTrue(ends(env), "its episodes have no end");
        return env;
    }

    static boolean ends(Environment env) {
        SplittableRandom actions = new SplittableRandom(4);
        env.reset(new SplittableRandom(3));
        for (int t = 0; t < LONGEST; t++) {
            if (RandomActions.step(env, actions).last()) return true;
        }
        return false;
    }

    @Test void random_episodes_keep_to_the_spaces() {
        Environment env = make();
        SplittableRandom rng = new SplittableRandom(1);
        for (int i = 0; i < EPISODES; i++) {
            assertInside(env, env.reset(rng));
            Step step = null;
            for (int t = 0; t < LONGEST && (step == null || !step.last()); t++) {
                step = RandomActions.step(env, rng);
                assertInside(env, step.observation());
                assertTrue(Double.isFinite(step.reward()), "reward " + step.reward());
                assertFalse(step.terminated() && step.truncated(), "ended in both ways");
            }
        }
        assertEquals(make().observationSpace(), env.observationSpace());
        assertEquals(make().actionSpace(), env.actionSpace());
    }

    private static void assertInside(Environment env, float[] observation) {
        assertTrue(env.observationSpace().contains(observation),
                () -> Arrays.toString(observation) + " is not in " + env.observationSpace());
    }

    @Test void the_same_seed_and_actions_give_the_same_episodes() {
        assertEquals(Play.of(make(), 5, 10).seen, Play.of(make(), 5, 10).seen);
    }

    @Test void a_reset_leaves_nothing_of_the_episode_before() {
        Environment used = make();
        Play.of(used, 6, 3);
        used.reset(new SplittableRandom(7));
        steady(used);   // and this episode is left in its middle
        assertEquals(Play.of(make(), 5, 3).seen, Play.of(used, 5, 3).seen);
    }

    @Test void twenty_seeds_give_more_than_one_episode_for_the_same_actions_if_there_is_chance() {
        Set<List<String>> episodes = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            episodes.add(Play.of(make(), new SplittableRandom(seed), 100, 1).seen);
        }
        assertEquals(hasChance(), episodes.size() > 1, episodes.size() + " different ones");
    }

    @Test void twenty_resets_from_one_generator_give_more_than_one_episode_if_there_is_chance() {
        Environment env = make();
        SplittableRandom rng = new SplittableRandom(8);
        Set<List<String>> episodes = new HashSet<>();
        for (int i = 0; i < 20; i++) episodes.add(Play.of(env, rng, 100, 1).seen);
        assertEquals(hasChance(), episodes.size() > 1, episodes.size() + " different ones");
    }

    @Test void an_observation_handed_out_never_changes_later() {
        Play play = Play.of(make(), 9, 5);
        for (int i = 0; i < play.observations.size(); i++) {
            String now = Arrays.hashCode(play.observations.get(i)) + " ";
            assertTrue(play.seen.get(i).startsWith(now), "observation " + i + " changed");
            if (i > 0) assertNotSame(play.observations.get(i - 1), play.observations.get(i));
        }
    }

    @Test void writing_into_an_observation_does_not_change_the_world() {
        Environment env = make();
        Environment scribbledOn = make();
        env.reset(new SplittableRandom(10));
        Arrays.fill(scribbledOn.reset(new SplittableRandom(10)), Float.NaN);
        SplittableRandom actions = new SplittableRandom(11);
        SplittableRandom sameActions = new SplittableRandom(11);
        boolean last = false;
        for (int t = 0; t < LONGEST && !last; t++) {
            Step step = RandomActions.step(env, actions);
            float[] observation = RandomActions.step(scribbledOn, sameActions).observation();
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
        steady(env);
    }

    static void assertStepRefused(Environment env) {
        var e = assertThrows(IllegalStateException.class, () -> steady(env));
        assertTrue(e.getMessage().endsWith(" Call reset() before step()."), e.getMessage());
    }

    @Test void a_reset_is_allowed_at_any_time() {
        Environment env = make();
        SplittableRandom rng = new SplittableRandom(13);
        env.reset(rng);
        env.reset(rng);
        steady(env);
        assertInside(env, env.reset(rng));
        if (ends(env)) assertInside(env, env.reset(rng));
    }

    @Test void a_bad_action_is_refused_and_leaves_the_episode_as_it_was() {
        Environment env = make();
        Environment twin = make();
        env.reset(new SplittableRandom(14));
        twin.reset(new SplittableRandom(14));
        if (env.actionSpace() instanceof Box box) assertBadArraysRefused(env, box);
        else assertBadNumbersRefused(env, Discrete.of(env.actionSpace()).n());
        assertArrayEquals(steady(twin).observation(), steady(env).observation());
    }

    private static void assertBadNumbersRefused(Environment env, int n) {
        for (int bad : new int[] {-1, n, n + 7, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            var e = assertThrows(IllegalArgumentException.class, () -> env.step(bad));
            assertTrue(e.getMessage().startsWith("Action " + bad + " "), e.getMessage());
        }
        var e = assertThrows(IllegalArgumentException.class, () -> env.step(new float[] {0.5f}));
        assertTrue(e.getMessage().endsWith(" takes Discrete(" + n + ") actions, "
                + "not the action [0.5]. Use step(int)."), e.getMessage());
    }

    private static void assertBadArraysRefused(Environment env, Box box) {
        float[] notANumber = RandomActions.draw(box, new SplittableRandom(15));
        notANumber[box.size() - 1] = Float.NaN;
        float[][] bad = {notANumber, new float[0], new float[box.size() + 1]};
        for (float[] action : bad) {
            var e = assertThrows(IllegalArgumentException.class, () -> env.step(action));
            assertTrue(e.getMessage().contains(Arrays.toString(action)), e.getMessage());
        }
        var e = assertThrows(IllegalArgumentException.class, () -> env.step(1));
        assertTrue(e.getMessage().endsWith(" takes " + box + " actions, not action 1. "
                + "Use step(float[])."), e.getMessage());
    }

    @Test void unwrapping_ends_at_the_world_itself() {
        Environment inner = make().unwrapped();
        assertSame(inner, inner.unwrapped());
    }
}
