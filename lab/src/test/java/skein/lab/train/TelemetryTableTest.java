package skein.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;
import skein.lab.run.StalenessBar;
import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.MemoryMode;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.telemetry.LearnerTelemetry;
import skein.rl.telemetry.Reading;
import skein.rl.telemetry.Staleness;
import skein.rl.telemetry.Telemetry;
import skein.tensor.Shape;

/** The closing table, of learners whose turns are taken by hand. */
class TelemetryTableTest {
    /** N learners who copy at once; then they update in the order given. */
    private static Reading read(int learners, int... updates) {
        Layout layout = new Layout();
        layout.add("weight", Shape.of(1), Initializer.zeros());
        Parameters theta = layout.zeros();
        Telemetry telemetry = new Telemetry(theta, learners);
        Optimizer[] optimizers = new Optimizer[learners];
        for (int i = 0; i < learners; i++) {
            LearnerTelemetry watch = telemetry.learner(i);
            watch.around(theta).copyTo(layout.zeros().withGradient(layout.zeros()));
            optimizers[i] = watch.around((dTheta, eta) -> { });
        }
        for (int i : updates) optimizers[i].update(layout.zeros(), 0.1);
        walk(telemetry.learner(0), 30);
        if (learners > 1) walk(telemetry.learner(1), 10);
        return telemetry.read(2);
    }

    /** Episodes of 12 steps that pay 1 each. */
    private static final class Dozen implements Environment {
        private int t;

        @Override public Box observationSpace() {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override public Discrete actionSpace() {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override public float[] reset(RandomGenerator rng) {
            t = 0;
            return new float[1];
        }

        @Override public Step step(int action) {
            return new Step(new float[1], 1, ++t == 12, false);
        }
    }

    private static void walk(LearnerTelemetry watch, int steps) {
        Environment env = watch.around(new Dozen());
        SplittableRandom rng = new SplittableRandom(1);
        env.reset(rng);
        for (int t = 0; t < steps; t++) {
            if (env.step(0).last()) env.reset(rng);
        }
    }

    @Test void a_line_for_each_thread() {
        List<String> page = TelemetryTable.of(read(2, 0, 1, 1));
        assertEquals("     0         30  75.0 %        15         2      12.0         –"
                + "          1       0.00       –        –", page.get(1));
        assertEquals("     1         10  25.0 %         5         0         –         –"
                + "          2       0.50       –        –", page.get(2));
    }

    @Test void thirty_and_ten_steps_are_fair_to_0_point_8() {
        // 40² / (2 (900 + 100)) = 0.8
        assertEquals("Fairness 0.800: 1 if all threads make equally many steps, 0.500 if one makes "
                + "them all. Fewest to most: 33.3 %.", TelemetryTable.of(read(2, 0, 1)).get(4));
    }

    @Test void of_a_staleness_of_0_1_0_and_2_three_bars_are_shown() {
        List<String> page = TelemetryTable.of(read(3, 0, 1, 1, 2, 2));
        int at = page.indexOf("Staleness, updates by others between θ' ← θ and the update: mean "
                + "0.80, median 0, 99 % ≤ 3, largest 3.");
        assertEquals(List.of(
                "            0  60.0 %  ████████████████████████████████████████",
                "            1  20.0 %  █████████████",
                "            2   0.0 %",
                "            3  20.0 %  █████████████"), page.subList(at + 1, at + 5));
    }

    @Test void more_bars_than_fit_are_joined() {
        assertEquals(List.of("0", "1", "2 .. 3", "4 .. 7"), labels(7, 3));
        assertEquals(List.of("0", "1", "2", "3"), labels(3, 4));
        assertEquals(List.of("0", "1", "2 .. 3", "4 .. 7", "8 .. 15", "16 .. 31", "32 .. 63",
                "64 .. 127"), labels(100, 1_000));
    }

    private static List<String> labels(int largest, int most) {
        int[] updates = new int[largest + 1];
        updates[largest] = 1;                                // after as many by learner 0
        Staleness staleness = read(2, updates).staleness();
        long sum = StalenessBar.of(staleness, most).stream().mapToLong(StalenessBar::updates).sum();
        assertEquals(largest + 1, sum);
        return StalenessBar.of(staleness, most).stream().map(StalenessBar::label).toList();
    }

    /** The weight was 0; its learner says that it took 4 off, and θ shows 3. */
    private static List<String> afterThreeOfFourSteps(MemoryMode mode) {
        Layout layout = new Layout();
        layout.add("weight", Shape.of(1), Initializer.zeros());
        Parameters theta = layout.zeros().withMemory(mode);
        Telemetry telemetry = new Telemetry(theta, 1);
        Optimizer optimizer = telemetry.learner(0).around(new Optimizer() {
            private int updates;

            @Override public void update(Parameters dTheta, double eta) {
                if (++updates < 4) theta.values()[0] -= 1;
            }

            @Override public double lastStep(Parameters dTheta, double eta, int i) {
                return 1;
            }
        });
        for (int k = 0; k < 4; k++) optimizer.update(layout.zeros(), 0.1);
        return TelemetryTable.of(telemetry.read(1));
    }

    @Test void one_step_of_four_that_theta_does_not_show_is_lost() {
        List<String> page = afterThreeOfFourSteps(MemoryMode.FENCED);
        // 1 = 4 p + (16 − 4) p²:  p = 1/6; and 1/4 of the way is missing
        assertEquals("Lost: 17 % of the steps. 1 sampled weights are 25 % of their way off where "
                + "all steps together lead.", page.get(page.size() - 1));
    }

    @ParameterizedTest
    @EnumSource(names = {"ATOMIC", "LOCKED"})
    void where_nothing_can_be_lost_the_estimate_is_called_an_error(MemoryMode mode) {
        List<String> page = afterThreeOfFourSteps(mode);
        assertEquals("Lost: nothing, because this memory mode keeps every step. By the sample it "
                + "would be 17 %: so much the estimate errs.", page.get(page.size() - 1));
    }

    @Test void one_thread_is_neither_fair_nor_unfair() {
        List<String> page = TelemetryTable.of(read(1, 0));
        assertTrue(page.stream().noneMatch(line -> line.startsWith("Fairness")), page.toString());
    }

    @Test void of_many_threads_32_are_shown() {
        List<String> page = TelemetryTable.of(read(40));
        assertEquals("   ... 8 more in threads.csv", page.get(33));
    }
}
