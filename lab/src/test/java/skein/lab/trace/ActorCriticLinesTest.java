package skein.lab.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import skein.lab.Experiment;
import skein.lab.error.UserError;
import skein.lab.notebook.Line;
import skein.lab.setup.Settings;

class ActorCriticLinesTest {
    private final Experiment a3c = Experiment.of("cartpole", "a3c").with("tMax", 3)
            .with("hidden", new int[] {3}).steps(300);

    private static List<String> outcomes(List<Line> lines, String pseudocode) {
        return lines.stream().filter(line -> line.pseudocode().equals(pseudocode))
                .map(Line::outcome).toList();
    }

    @Test void three_steps_and_three_times_around_the_last_loop() {
        List<Line> lines = a3c.lines(1);
        assertEquals(List.of("t = 2", "t = 3", "t = 4"), outcomes(lines, "t ← t + 1"));
        assertEquals(List.of("i = 3", "i = 2", "i = 1"),
                outcomes(lines, "for i ∈ {t−1, ..., t_start}"));
        assertEquals("dθ ← 0 and dθ_v ← 0", lines.get(0).pseudocode());
        assertEquals("until T > T_max", lines.get(lines.size() - 1).pseudocode());
    }

    @Test void the_second_update_begins_where_the_first_one_ended() {
        assertEquals(List.of("t_start = 4"), outcomes(a3c.lines(2), "t_start = t"));
    }

    @Test void they_have_the_numbers_of_the_trace() {
        Settings d = Settings.defaults("cartpole", "a3c");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Settings alone = new Settings(d.world(), d.algorithm(), 1, 1, 1, d.steps(), 1,
                new int[] {3}, d.optimizer(), d.alpha(), d.epsilon(), d.memory(), d.schedule(),
                d.hyper());
        new TracedRun(alone, 1, new PrintStream(printed, true, StandardCharsets.UTF_8)).run();
        String trace = printed.toString(StandardCharsets.UTF_8);
        List<Line> lines = a3c.with("tMax", 20).steps(d.steps()).lines(1);
        String update = outcomes(lines, "update of θ and θ_v").get(0);
        String change = update.substring(update.indexOf('\n') + 1);
        assertTrue(trace.contains(change), change + " is not in\n" + trace);
        String clipped = outcomes(lines, "beyond S3: ‖dθ‖ ≤ maxNorm").get(0);
        assertTrue(trace.contains(clipped), clipped + " is not in\n" + trace);
    }

    @Test void after_a_real_end_there_is_no_bootstrap_and_a_new_episode() {
        List<Line> lines = a3c.with("tMax", 100).lines(1);
        assertEquals(List.of("R = 0"), outcomes(lines, "R = 0 for terminal s_t"));
        assertEquals(List.of(), outcomes(lines, "V(s_t; θ'_v) otherwise"));
        assertEquals(List.of("a new episode begins"),
                outcomes(lines, "beyond S3: also truncated"));
    }

    @Test void other_algorithms_and_an_update_before_the_first_are_refused() {
        assertThrows(UserError.class, () -> a3c.lines(0));
        assertThrows(UserError.class, () -> Experiment.of("cartpole", "n-step-q").lines(1));
    }
}
