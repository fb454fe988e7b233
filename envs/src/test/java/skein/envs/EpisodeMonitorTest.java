package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EpisodeMonitorTest extends EnvironmentContract {
    private final List<Episode> told = new ArrayList<>();

    @Override Environment make() {
        return new EpisodeMonitor(new TimeLimit(new CartPole(), 500), told::add);
    }

    private void play(Environment env, int steps) {
        env.reset(new SplittableRandom(1));
        for (int t = 0; t < steps; t++) env.step(0);
    }

    @Test void rewards_4_minus_1_and_2_5_are_an_episode_of_5_5_in_3_steps() {
        play(new EpisodeMonitor(new ScriptedWorld(4, -1, 2.5), told::add), 3);
        assertEquals(List.of(new Episode(5.5, 3, false)), told);
    }

    @Test void an_episode_is_told_about_at_its_end_and_not_before() {
        play(new EpisodeMonitor(new ScriptedWorld(4, -1, 2.5), told::add), 2);
        assertEquals(List.of(), told);
    }

    @Test void an_episode_that_the_clock_ends_is_truncated() {
        Environment limited = new TimeLimit(new ScriptedWorld(4, -1, 2.5), 2);
        play(new EpisodeMonitor(limited, told::add), 2);
        assertEquals(List.of(new Episode(3, 2, true)), told);
    }

    @Test void an_episode_that_a_reset_cuts_is_not_told_about_and_adds_nothing_to_the_next() {
        Environment env = new EpisodeMonitor(new ScriptedWorld(4, -1, 2.5), told::add);
        play(env, 2);
        play(env, 3);
        play(env, 3);
        assertEquals(List.of(new Episode(5.5, 3, false), new Episode(5.5, 3, false)), told);
    }

    @Test void a_refused_step_is_neither_counted_nor_told_about() {
        Environment env = new EpisodeMonitor(new TimeLimit(new ScriptedWorld(4, 2), 9), told::add);
        play(env, 1);
        assertThrows(IllegalArgumentException.class, () -> env.step(5));
        env.step(0);
        assertThrows(IllegalStateException.class, () -> env.step(0));
        assertEquals(List.of(new Episode(6, 2, false)), told);
    }

    @Test void under_the_monitor_is_the_world_with_its_spaces() {
        CartPole world = new CartPole();
        Environment env = new EpisodeMonitor(new TimeLimit(world, 5), told::add);
        assertSame(world, env.unwrapped());
        assertEquals(world.observationSpace(), env.observationSpace());
        assertEquals(world.actionSpace(), env.actionSpace());
    }

    @Test void no_world_or_no_listener_is_refused() {
        assertThrows(NullPointerException.class, () -> new EpisodeMonitor(null, told::add));
        assertThrows(NullPointerException.class, () -> new EpisodeMonitor(new CartPole(), null));
    }
}
