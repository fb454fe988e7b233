package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class EpisodicLifeTest {
    private static Environment started(Environment env) {
        env.reset(new SplittableRandom(1));
        return env;
    }

    /** Its lives are what the action says. */
    private static final class Generous implements Environment, Lives {
        private int lives;

        @Override public Box observationSpace() {
            return new Box(0, 9, 1);
        }

        @Override public Discrete actionSpace() {
            return new Discrete(10);
        }

        @Override public float[] reset(RandomGenerator rng) {
            lives = 3;
            return new float[1];
        }

        @Override public Step step(int action) {
            lives = action;
            return new Step(new float[1], 0, false, false);
        }

        @Override public int lives() {
            return lives;
        }
    }

    /** Keeps away from the stones until a life is lost. */
    private static Step loseLife(Environment env, Meteors world) {
        while (true) {
            int away = world.stoneX < 5 ? 2 : 1;
            Step step = env.step(world.playerX == world.stoneX ? away : 0);
            if (step.last()) return step;
        }
    }

    @Test void three_lives_are_three_episodes_of_one_game() {
        Meteors world = new Meteors();
        Environment env = new EpisodicLife(world);
        SplittableRandom rng = new SplittableRandom(4);
        for (int left = 2; left >= 0; left--) {
            float[] first = env.reset(rng);
            assertEquals(left + 1, world.lives());
            assertArrayEquals(new float[] {world.playerX, world.stoneX, world.stoneY}, first);
            Step step = loseLife(env, world);
            assertTrue(step.terminated());
            assertEquals(-2, step.reward());
            assertEquals(left, world.lives());
            var e = assertThrows(IllegalStateException.class, () -> env.step(0));
            assertTrue(e.getMessage().endsWith(" Call reset() before step()."));
        }
        env.reset(rng);
        assertEquals(3, world.lives());
    }

    @Test void a_life_lost_in_the_first_step_ends_the_episode_too() {
        Meteors world = new Meteors();
        Environment env = new EpisodicLife(world);
        SplittableRandom rng = new SplittableRandom(8);
        for (int left = 2; left >= 1; left--) {
            env.reset(rng);
            world.playerX = 4;
            world.stoneX = 0;
            world.stoneY = 8;
            assertTrue(env.step(0).terminated());
            assertEquals(left, world.lives());
        }
    }

    @Test void a_life_that_was_won_can_be_lost_again() {
        Environment env = started(new EpisodicLife(new Generous()));
        assertFalse(env.step(4).terminated());
        assertFalse(env.step(4).terminated());
        assertTrue(env.step(3).terminated());
    }

    @Test void a_reset_in_the_middle_of_a_life_begins_a_new_game() {
        Meteors world = new Meteors();
        Environment env = new EpisodicLife(world);
        SplittableRandom rng = new SplittableRandom(5);
        env.reset(rng);
        loseLife(env, world);
        env.reset(rng);
        assertEquals(2, world.lives());
        env.step(0);
        env.reset(rng);
        assertEquals(3, world.lives());
    }

    @Test void what_the_agent_writes_into_its_last_observation_does_not_come_back() {
        Meteors world = new Meteors();
        Environment env = started(new EpisodicLife(world));
        Step lost = loseLife(env, world);
        float[] seen = lost.observation().clone();
        Arrays.fill(lost.observation(), -7);
        assertArrayEquals(seen, env.reset(new SplittableRandom(6)));
    }

    @Test void a_step_before_the_first_reset_and_a_world_without_lives_are_refused() {
        Environment env = new EpisodicLife(new Meteors());
        assertThrows(IllegalStateException.class, () -> env.step(0));
        assertThrows(IllegalStateException.class, () -> env.step(new float[1]));
        var e = assertThrows(IllegalArgumentException.class,
                () -> new EpisodicLife(new TimeLimit(new CartPole(), 9)));
        assertEquals("EpisodicLife needs a world with lives, but CartPole does not implement "
                + "Lives.", e.getMessage());
    }
}
