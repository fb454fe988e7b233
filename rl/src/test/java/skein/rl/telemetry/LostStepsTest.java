package skein.rl.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.MemoryMode;
import skein.nn.MomentumSgd;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.RmsProp;
import skein.nn.SharedRmsProp;
import skein.rl.thread.Schedule;
import skein.rl.thread.StepCounter;
import skein.tensor.Shape;

class LostStepsTest {
    private static final double ETA = 1e-3;
    private static final int UPDATES = 5_000;

    private final Layout layout = new Layout();

    private Parameters zeros(int weights) {
        layout.add("weight", Shape.of(weights), Initializer.zeros());
        return layout.zeros();
    }

    /** Gradients of either sign, each weight its own. */
    private void randomize(Parameters dTheta, SplittableRandom rng) {
        for (int i = 0; i < dTheta.size(); i++) dTheta.values()[i] = (float) rng.nextGaussian();
    }

    /** One learner whose optimizer forgets a step of a weight with this probability. */
    private LostSteps planted(double probability, double drift) {
        Parameters theta = zeros(1_000);
        Telemetry telemetry = new Telemetry(theta, 1);
        SplittableRandom rng = new SplittableRandom(1);
        Optimizer whole = new MomentumSgd(theta, 0, 0, 1);
        Optimizer lossy = telemetry.learner(0).around(new Optimizer() {
            @Override public void update(Parameters dTheta, double eta) {
                float[] before = theta.values().clone();
                whole.update(dTheta, eta);
                for (int i = 0; i < before.length; i++) {
                    if (rng.nextDouble() < probability) theta.values()[i] = before[i];
                }
            }

            @Override public double lastStep(Parameters dTheta, double eta, int i) {
                return whole.lastStep(dTheta, eta, i);
            }
        });
        Parameters dTheta = layout.zeros();
        for (int k = 0; k < UPDATES; k++) {
            randomize(dTheta, rng);
            for (int i = 0; i < dTheta.size(); i++) dTheta.values()[i] += (float) drift;
            lossy.update(dTheta, ETA);
        }
        return telemetry.read().lost();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {0.003, 0.03, 0.3})
    void planted_losses_are_found(double probability) {
        LostSteps lost = planted(probability, 0);
        assertEquals(32, lost.weights());
        assertEquals(probability, lost.share(), 0.5 * probability);
    }

    /** When every step goes the same way, the lost ones do not cancel: D = p Σ s. */
    @Test void of_steps_that_all_go_one_way_as_many_are_found() {
        LostSteps lost = planted(0.03, 5);
        assertEquals(0.03, lost.share(), 0.005);
        assertEquals(0.03, lost.offset(), 0.005);
    }

    @Test void what_is_missing_is_shared_out_by_hand() {
        // One weight, steps 3 and −1, of which −1 is lost: D = −1, Σ s² = 10, (Σ s)² = 4.
        // 1 = 10 p + (4 − 10) p²:  p = (10 − √76) / 12
        assertEquals((10 - Math.sqrt(76)) / 12, LostSteps.share(1, 10, 4), 1e-12);
        assertEquals(0, LostSteps.share(0, 10, 4));
        assertEquals(1, LostSteps.share(16, 10, 16));        // 3 and 1, both lost: D = Σ s
        assertEquals(1, LostSteps.share(1000, 10, 16));      // more than there was
    }

    @Test void of_steps_2_and_6_the_first_lost_the_weight_is_a_quarter_of_its_way_off() {
        Parameters theta = zeros(1);
        Telemetry telemetry = new Telemetry(theta, 1);
        double[] step = new double[1];
        Optimizer forgetful = telemetry.learner(0).around(new Optimizer() {
            @Override public void update(Parameters dTheta, double eta) {
                step[0] = eta;
                if (eta == 6) theta.values()[0] -= 6;
            }

            @Override public double lastStep(Parameters dTheta, double eta, int i) {
                return step[0];
            }
        });
        for (double eta : new double[] {2, 6}) forgetful.update(layout.zeros(), eta);
        assertEquals(0.25, telemetry.read().lost().offset());        // √(2² / (2 + 6)²)
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared", "own", "momentum"})
    void alone_nothing_is_lost(String name) {
        Parameters theta = zeros(1_000);
        Optimizer own = switch (name) {
            case "shared" -> new SharedRmsProp(theta, 0.99, 0.01).learner(0, 1);
            case "own" -> new RmsProp(theta, 0.99, 0.01, 0, 1);
            default -> new MomentumSgd(theta, 0.9, 0, 1);
        };
        LearnerTelemetry watch = new Telemetry(theta, 1).learner(0);
        Optimizer optimizer = watch.around(own);
        Sample sample = new Sample(theta);
        SplittableRandom rng = new SplittableRandom(2);
        Parameters dTheta = layout.zeros();
        for (int k = 0; k < UPDATES; k++) {
            randomize(dTheta, rng);
            optimizer.update(dTheta, ETA);
        }
        LostSteps lost = LostSteps.of(sample, List.of(watch.ledger()));
        assertEquals(0, lost.share(), 1e-6);
        assertEquals(0, lost.offset(), 1e-3);
        for (int k = 0; k < 32; k++) {
            assertEquals(sample.taken(k), watch.ledger().sum(k), 1e-5);
        }
    }

    /** Both stand around the optimizer, in either order. */
    @ParameterizedTest
    @EnumSource
    void no_schedule_hides_the_steps(Schedule schedule) {
        Parameters theta = zeros(8);
        Parameters dTheta = layout.zeros();
        randomize(dTheta, new SplittableRandom(1));
        for (boolean watchedFirst : new boolean[] {false, true}) {
            Telemetry telemetry = new Telemetry(theta, 1);
            StepCounter T = new StepCounter(1, schedule);
            Optimizer own = new MomentumSgd(theta, 0, 0, 1);
            LearnerTelemetry watch = telemetry.learner(0);
            Optimizer optimizer = watchedFirst ? T.scheduled(watch.around(own))
                    : watch.around(T.scheduled(own));
            optimizer.update(dTheta, ETA);
            assertEquals(0, telemetry.read().lost().share(), 1e-6);
        }
    }

    /** Also under real threads, where others change g between two looks at it. */
    @ParameterizedTest
    @EnumSource(value = MemoryMode.class, names = {"ATOMIC", "LOCKED"})
    @Timeout(60)
    void modes_that_lose_nothing_are_seen_to_lose_nothing(MemoryMode mode)
            throws InterruptedException {
        LostSteps lost = race(mode);
        assertTrue(lost.share() < 1e-3, lost.toString());
    }

    private LostSteps race(MemoryMode mode) throws InterruptedException {
        Parameters theta = zeros(256).withMemory(mode);
        Telemetry telemetry = new Telemetry(theta, 3);
        SharedRmsProp shared = new SharedRmsProp(theta, 0.99, 0.01);
        Thread[] threads = new Thread[3];
        for (int i = 0; i < threads.length; i++) {
            Optimizer optimizer = telemetry.learner(i).around(shared.learner(i, 3));
            SplittableRandom rng = new SplittableRandom(i);
            Parameters dTheta = layout.zeros();
            threads[i] = new Thread(() -> {
                for (int k = 0; k < 4 * UPDATES; k++) {
                    randomize(dTheta, rng);
                    optimizer.update(dTheta, ETA);
                }
            });
        }
        for (Thread thread : threads) thread.start();
        for (Thread thread : threads) thread.join();
        return telemetry.read().lost();
    }

    @Test void of_an_optimizer_that_does_not_tell_its_steps_nothing_is_known() {
        Parameters theta = zeros(3);
        Telemetry telemetry = new Telemetry(theta, 2);
        telemetry.learner(0).around(new MomentumSgd(theta, 0, 0, 2)).update(layout.zeros(), ETA);
        assertEquals(3, telemetry.read().lost().weights());
        telemetry.learner(1).around((dTheta, eta) -> { }).update(layout.zeros(), ETA);
        assertEquals(Double.NaN, telemetry.read().lost().share());
    }

    @Test void a_sample_is_spread_evenly_and_begins_with_theta_as_it_was() {
        Parameters theta = zeros(64);
        for (int i = 0; i < 64; i++) theta.values()[i] = i;
        Sample sample = new Sample(theta);
        assertEquals(32, sample.size());
        assertEquals(1, sample.at(0));                       // of 0 and 1
        assertEquals(63, sample.at(31));
        theta.values()[3] -= 0.5f;
        assertEquals(0.5, sample.taken(1));
        assertEquals(0, sample.taken(2));
    }
}
