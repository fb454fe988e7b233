package skein.lab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import skein.envs.Episode;
import skein.lab.error.UserError;
import skein.lab.notebook.Plot;

class ExperimentTest {
    private static Experiment small() {
        return Experiment.of("cartpole", "a3c").with("threads", 1).steps(20_000).seed(3);
    }

    @Test void one_thread_and_one_seed_give_one_result() {
        Trained first = small().train();
        Trained second = small().train();
        assertArrayEquals(first.theta().values(), second.theta().values());
        assertEquals(first.curve(), second.curve());
        assertEquals(100, first.curve().size());
        assertEquals(20_000, first.curve().get(99).steps());
    }

    @Test void two_threads_in_lockstep_and_one_seed_give_one_result() {
        Experiment lockstep = small().with("threads", 2).with("schedule", "lockstep");
        assertArrayEquals(lockstep.train().theta().values(), lockstep.train().theta().values());
    }

    @Test void settings_of_the_run_and_of_the_algorithm_are_chosen_by_name() {
        assertEquals("A3C on cartpole, 1 thread, seed 3", small().toString());
        Trained network = small().with("hidden", new int[] {5}).with("tMax", 3)
                .with("gamma", 1).steps(100).train();
        // 4·5 + 5 hidden, 5·2 + 2 policy, 5 + 1 value
        assertEquals(43, network.theta().size());
    }

    @Test void a_setting_can_be_asked_for() {
        assertEquals(3, small().with("tMax", 3).get("tMax").intValue());
        assertEquals("a3c has no setting threads. It has tMax, gamma, beta, valueCoefficient, "
                + "maxNorm, eta.", assertThrows(UserError.class,
                        () -> small().get("threads")).getMessage());
    }

    @Test void of_two_settings_with_one_name_the_algorithms_own_can_be_set() {
        Experiment ppo = Experiment.of("cartpole", "ppo");
        assertEquals(0.2, ppo.with("epsilon", 1e-3).get("epsilon"));
        assertEquals(0.3, ppo.set("epsilon", 0.3).get("epsilon"));
    }

    @Test void what_is_no_setting_is_refused_in_a_sentence() {
        assertEquals("a3c has no setting nonsense. It has tMax, gamma, beta, valueCoefficient, "
                + "maxNorm, eta.", assertThrows(UserError.class,
                        () -> small().with("nonsense", 1)).getMessage());
        assertEquals("threads must be of type int, but got 1.5.", assertThrows(UserError.class,
                () -> small().with("threads", 1.5)).getMessage());
        assertEquals("threads must be of type int, but got 5000000000.", assertThrows(
                UserError.class, () -> small().with("threads", 5_000_000_000L)).getMessage());
        assertEquals("tMax must be a number, but got five.", assertThrows(UserError.class,
                () -> small().with("tMax", "five")).getMessage());
        assertThrows(UserError.class, () -> small().steps(0).train());
    }

    @Test void a_curve_has_the_mean_of_the_last_twenty_episodes() {
        StringBuilder heard = new StringBuilder();
        Trained.Recorder recorder = new Trained.Recorder((T, mean) -> heard.append(T).append(' ')
                .append(mean).append('\n'));
        recorder.mark(10);
        for (int i = 1; i <= 22; i++) recorder.add(new Episode(i, 1, false));
        recorder.mark(20);                                   // 3 .. 22
        assertEquals("10 NaN\n20 12.5\n", heard.toString());
        assertEquals(List.of(new Trained.Point(10, Double.NaN), new Trained.Point(20, 12.5)),
                recorder.points());
        assertEquals(253, Arrays.stream(recorder.returns()).sum());
    }

    @Test void the_first_point_that_reaches_a_mark_counts() {
        Trained.Recorder recorder = new Trained.Recorder((T, mean) -> { });
        for (int k = 1; k <= 3; k++) {
            recorder.add(new Episode(10 * k, 1, false));
            recorder.mark(k);                                // means 10, 15, 20
        }
        Trained trained = new Trained(null, null, null, recorder.points(), recorder.returns(),
                3, 1);
        assertEquals(2, trained.stepsTo(15));
        assertEquals(Double.NaN, trained.stepsTo(21));
        assertEquals(3, trained.stepsPerSecond());
    }

    @Test void it_draws_and_plays_what_it_learned() {
        Plot plot = new Plot("A3C", "T", "return");
        Trained trained = small().seed(3_000_000_000L).train(plot, "A3C");
        assertTrue(trained.evaluate(5, 1).mean() > 9);
        assertEquals(7, trained.film(1, 7).pictures());
    }
}
