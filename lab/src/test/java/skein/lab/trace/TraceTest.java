package skein.lab.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import skein.rl.algorithm.A3C;
import skein.rl.network.ActorCriticNetwork;

/** What a trace prints of learners whose numbers one can work by hand. */
class TraceTest extends TracedByHand {
    private List<String> lines() {
        return printed().lines().toList();
    }

    /** The rows of the tables with such a last column, without the sum, cell by cell. */
    private List<List<String>> rows(String lastColumn) {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).endsWith("  " + lastColumn)) continue;
            for (i++; lines.get(i).matches(" {5,}[0-9].*"); i++) {
                rows.add(List.of(lines.get(i).strip().split(" {2,}")));
            }
        }
        return rows;
    }

    private void assertPrinted(String line) {
        assertTrue(lines().stream().anyMatch(l -> l.replaceAll(" +", " ").contains(line)),
                () -> line + " is not in\n" + printed());
    }

    @Test void a3c_shows_returns_advantages_and_terms_worked_by_hand() {
        a3c(1, NEVER, 10);
        // V(s_4) = 11: R_3 = 2 + 11/2 = 7.5, R_2 = 0 + 7.5/2 = 3.75, R_1 = 1 + 3.75/2 = 2.875
        // V = 10, 9, 8; one action: log π = 0 and H = 0; (R − V)²/2 = 3.125, 13.78125, 13.1328
        assertEquals(List.of(
                List.of("3", "2.0000", "7.5000", "10.0000", "-2.5000", "0", "0", "0", "0",
                        "3.1250"),
                List.of("2", "0", "3.7500", "9.0000", "-5.2500", "0", "0", "0", "0", "13.7813"),
                List.of("1", "1.0000", "2.8750", "8.0000", "-5.1250", "0", "0", "0", "0",
                        "13.1328")), rows("c(R − V)²"));
        assertPrinted("L = 0 − 0 + 30.0391 = 30.0391");
        assertPrinted("V(s_t; θ'_v) otherwise R = V(s_4; θ'_v) = 11.0000");
        assertPrinted("t − t_start = 3 == t_max");
        assertFalse(printed().contains("a new episode begins"));
    }

    @Test void a3c_shows_what_happened_at_each_step() {
        a3c(1, NEVER, 10);
        assertEquals(List.of(
                List.of("1", "0.0000", "1.0000", "0", "1.0000", "1"),
                List.of("2", "1.0000", "1.0000", "0", "0", "2"),
                List.of("3", "2.0000", "1.0000", "0", "2.0000", "3")), rows("T"));
    }

    @Test void a3c_shows_the_gradient_before_and_after_clipping_and_the_largest_change() {
        a3c(1, NEVER, 10);
        // of the value's bias: 5.125 + 5.25 + 2.5 = 12.875; of its weight and of the trunk's:
        // 0 + 5.25 · 1 + 2.5 · 2 = 10.25; of the trunk's bias, where s > 0: 7.75
        // ‖dθ‖ = √(165.766 + 2 · 105.063 + 60.063) = 20.8795; η = 0.1 · 27/30 = 0.09
        // value.bias: 8 − 0.09 · 12.875 · 10/20.8795 = 7.4450; ‖Δθ‖ = 0.09 · 10
        assertPrinted("‖dθ‖ = 20.8795, clipped to 10.0000");
        assertPrinted("η = 0.0900, ‖Δθ‖ = 0.9000, most at value.bias[0]: 8.0000 → 7.4450");
    }

    @Test void a3c_shows_that_nothing_was_clipped() {
        a3c(1, NEVER, 40);
        assertPrinted("‖dθ‖ = 20.8795, not clipped: maxNorm = 40.0");
    }

    @Test void a3c_shows_that_a_terminal_state_is_worth_nothing() {
        a3c(1, 2, 10);
        // R_2 = 0, R_1 = 1 + 0/2 = 1
        assertEquals(List.of("0", "1.0000"),
                rows("c(R − V)²").stream().map(r -> r.get(2)).toList());
        assertPrinted("R = 0 for terminal s_t R = 0");
        assertPrinted("s_3 is terminal");
        assertPrinted("t − t_start = 2 < t_max = 3");
        assertPrinted("a new episode begins");
    }

    @Test void n_step_q_shows_returns_from_the_target_network() {
        nStepQ(NEVER);
        // max Q(s_4, a; θ⁻) = 3 + 4 = 7: R_3 = 2 + 3.5 = 5.5, R_2 = 2.75, R_1 = 1 + 1.375 = 2.375
        assertEquals(List.of(
                List.of("3", "2.0000", "5.5000", "10.0000", "-4.5000", "10.1250"),
                List.of("2", "0", "2.7500", "9.0000", "-6.2500", "19.5313"),
                List.of("1", "1.0000", "2.3750", "8.0000", "-5.6250", "15.8203")),
                rows("c(R − Q)²"));
        assertPrinted("R = max_a Q(s_4, a; θ⁻) = 7.0000");
        assertPrinted("most at q.bias[0]: 8.0000 → 6.5262");  // 8 − 0.09 · (4.5 + 6.25 + 5.625)
    }

    @Test void one_step_q_shows_targets_from_theta_minus_before_and_after_its_copy() {
        oneStep(false, 1, 2, NEVER);
        // Q(s; θ⁻) = s + 8: y = 1 + 9/2, 0 + 10/2, 2 + 11/2, and at T = 4 still: 1 + 12/2
        // then θ⁻ ← θ, where Q = s + 6 by now: y = 0 + 11/2, 2 + 12/2
        assertEquals(List.of("5.5000", "5.0000", "7.5000", "7.0000", "5.5000", "8.0000"),
                rows("c(y − Q)²").stream().map(r -> r.get(4)).toList());
        assertEquals(List.of("8.0000", "9.0000", "10.0000", "9.0000", "10.0000", "11.0000"),
                rows("c(y − Q)²").stream().map(r -> r.get(5)).toList());
        assertPrinted("θ⁻ ← θ at T = 4");
        assertPrinted("t mod 3 = 0");
    }

    @Test void sarsa_shows_the_action_that_it_then_takes_also_over_an_update() {
        oneStep(true, 2, 4, NEVER);
        List<String> a = rows("T").stream().map(r -> r.get(r.size() - 3)).toList();
        List<String> aPrime = rows("c(y − Q)²").stream().map(r -> r.get(3)).toList();
        assertEquals(12, a.size());
        assertEquals(a.subList(1, 12), aPrime.subList(0, 11));
        assertTrue(a.contains("0") && a.contains("1"), a.toString());
    }

    @Test void a_trace_that_computes_another_gradient_than_the_learner_is_refused() {
        ActorCriticNetwork network = new ActorCriticNetwork(1, 1, 1);
        theta = eightMore(network.layout(), "value");
        A3C.Hyper hyper = new A3C.Hyper(3, 0.5, 0.01, 0.5, 40, 0.1);
        A3C.Hyper other = new A3C.Hyper(3, 0.49, 0.01, 0.5, 40, 0.1);
        Probe probe = new Probe(theta,
                new ActorCriticTrace(network, theta, other, MAX_STEPS, page(1)));
        A3C learner = new A3C(network, theta, probe.around(descent(1)), T,
                probe.around(new CountingWorld(1, NEVER)), new SplittableRandom(1), hyper);
        var e = assertThrows(IllegalStateException.class, learner::run);
        assertTrue(e.getMessage().contains("another gradient than its trace"), e.getMessage());
    }

    @Test void a_number_has_four_decimals_unless_they_would_hide_it() {
        assertEquals("0.0123 12.5000 -99999.0000 1.2e-05 -1.0e+05 0", Stream.of(0.0123, 12.5,
                -99999.0, 1.2e-5, -1e5, 0.0).map(TracePage::number)
                .collect(Collectors.joining(" ")));
    }

    @Test void changes_are_named_by_parameter_row_and_column() {
        ActorCriticNetwork network = new ActorCriticNetwork(4, 2, 3);
        theta = network.layout().zeros();
        float[] before = theta.values().clone();
        theta.values()[17] = 3;              // behind 12 weights, 3 biases and policy's [0, 0..1]
        theta.values()[0] = -4;
        assertEquals("‖Δθ‖ = 5.0000, most at trunk.0.weight[0, 0]: 0 → -4.0000",
                Change.of(before, theta).toString());
        assertEquals("policy.weight[1, 0]", Change.name(theta.layout(), 17));
        assertEquals("value.bias[0]", Change.name(theta.layout(), theta.size() - 1));
        assertArrayEquals(new float[theta.size()], before);
    }
}
