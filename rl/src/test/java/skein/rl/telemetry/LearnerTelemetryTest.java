package skein.rl.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import skein.envs.Box;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.GradientClipping;
import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.loss.ActorCriticLoss;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;

/** Learners whose turns are taken by hand. */
class LearnerTelemetryTest {
    private final Layout layout = layout();
    private final Parameters theta = layout.zeros();
    private final Parameters dTheta = layout.zeros();
    private final SplittableRandom rng = new SplittableRandom(1);

    private static Layout layout() {
        Layout layout = new Layout();
        layout.add("weight", Shape.of(2), Initializer.zeros());
        return layout;
    }

    /** What one learner does with θ. */
    private final class Hand {
        private final LearnerTelemetry watch;
        private final Parameters seen;
        private final Parameters thetaPrime = layout.zeros().withGradient(dTheta);
        private final Optimizer optimizer;

        Hand(LearnerTelemetry watch) {
            this.watch = watch;
            seen = watch.around(theta);
            optimizer = watch.around((d, eta) -> { });
        }

        Hand copy() {
            seen.copyTo(thetaPrime);
            return this;
        }

        Hand copyToTarget() {
            seen.copyTo(layout.zeros());
            return this;
        }

        Hand update() {
            optimizer.update(dTheta, 0.1);
            return this;
        }

        Staleness staleness() {
            return watch.read().staleness();
        }
    }

    @Test void an_update_is_as_stale_as_others_have_updated_since_the_copy() {
        Telemetry telemetry = new Telemetry(theta, 2);
        Hand a = new Hand(telemetry.learner(0));
        Hand b = new Hand(telemetry.learner(1));
        a.copy();
        b.copy().update().copy().update();                   // 0, 0
        a.update();                                          // 2
        b.copy();
        a.copy().update();                                   // 0
        b.update();                                          // 1
        assertEquals(2, a.staleness().updates());
        assertEquals(1, a.staleness().count(2));
        assertEquals(1, a.staleness().count(0));
        assertEquals(3, b.staleness().updates());
        assertEquals(2, b.staleness().count(0));
        assertEquals(1, b.staleness().count(1));
        Staleness all = telemetry.read().staleness();
        assertEquals(5, all.updates());
        assertEquals(3.0 / 5, all.mean());
    }

    @Test void in_turns_of_three_every_update_is_2_stale_but_the_first_ones() {
        Telemetry telemetry = new Telemetry(theta, 3);
        Hand[] hands = new Hand[3];
        for (int i = 0; i < 3; i++) hands[i] = new Hand(telemetry.learner(i)).copy();
        for (int round = 0; round < 10; round++) {
            for (Hand hand : hands) hand.update().copy();
        }
        Staleness all = telemetry.read().staleness();
        assertEquals(1, all.count(0));                       // of the first learner
        assertEquals(1, all.count(1));                       // of the second
        assertEquals(28, all.count(2));
    }

    @Test void the_largest_staleness_is_exact_though_its_bin_is_an_octave() {
        Telemetry telemetry = new Telemetry(theta, 2);
        Hand a = new Hand(telemetry.learner(0)).copy();
        Hand b = new Hand(telemetry.learner(1));
        for (int k = 0; k < 100; k++) b.copy().update();
        a.update();                                          // 100
        a.copy().update();                                   // 0
        assertEquals(127, a.staleness().quantile(1));
        assertEquals(100, telemetry.read().largestStaleness());
        assertEquals(0, b.watch.read().largestStaleness());
    }

    @Test void a_copy_to_the_target_network_is_no_look_at_theta() {
        Telemetry telemetry = new Telemetry(theta, 2);
        Hand a = new Hand(telemetry.learner(0)).copy();
        new Hand(telemetry.learner(1)).update();
        a.copyToTarget().update();
        assertEquals(1, a.staleness().count(1));
    }

    @Test void without_copies_the_updates_since_its_own_last_one_count() {
        Telemetry telemetry = new Telemetry(theta, 2);
        Hand a = new Hand(telemetry.learner(0)).update();    // 0
        Hand b = new Hand(telemetry.learner(1));
        b.update();                                          // 1: it was there from the beginning
        b.update();                                          // 0
        a.update();                                          // 2
        assertEquals(1, a.staleness().count(0));
        assertEquals(1, a.staleness().count(2));
        assertEquals(1, b.staleness().count(1));
        assertEquals(1, b.staleness().count(0));
    }

    @Test void what_was_updated_before_its_first_episode_is_not_stale() {
        Telemetry telemetry = new Telemetry(theta, 2);
        new Hand(telemetry.learner(0)).update().update();
        Hand late = new Hand(telemetry.learner(1));
        telemetry.learner(1).around(new Rewards(1)).reset(rng);
        late.update();
        assertEquals(1, late.staleness().count(0));
    }

    @Test void of_gradients_3_4_and_6_8_at_a_bound_of_6_one_is_clipped_and_the_mean_is_7_point_5() {
        LearnerTelemetry watch = new Telemetry(theta, 1).learner(0);
        GradientClipping clipping = new GradientClipping(6);
        watch.ask(new Sources(clipping, null, () -> 0.25));
        Optimizer optimizer = watch.around((d, eta) -> { });
        for (float[] d : new float[][] {{3, 4}, {6, 8}}) {
            System.arraycopy(d, 0, dTheta.values(), 0, 2);
            clipping.clip(dTheta);
            optimizer.update(dTheta, 0.1);
        }
        LearnerReading read = watch.read();
        assertEquals(7.5, read.meanNorm());                  // (5 + 10) / 2
        assertEquals(10, read.largestNorm());
        assertEquals(1, read.clipped());
        assertEquals(0.5, read.clippedShare());
        assertEquals(0.25, read.exploration());
        assertEquals(Double.NaN, read.valueLoss());          // it has no loss
    }

    /** Episodes of one step for each reward. */
    private static final class Rewards implements Environment {
        private final double[] rewards;
        private int next;

        Rewards(double... rewards) {
            this.rewards = rewards;
        }

        @Override public Box observationSpace() {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override public Box actionSpace() {
            throw new UnsupportedOperationException("not asked for");
        }

        @Override public float[] reset(RandomGenerator rng) {
            next = 0;
            return new float[1];
        }

        @Override public Step step(int action) {
            double r = rewards[next++];
            return new Step(new float[1], r, next == rewards.length, false);
        }

        @Override public Step step(float[] action) {
            return step(0);
        }
    }

    @Test void two_worlds_of_one_learner_add_up() {
        LearnerTelemetry watch = new Telemetry(theta, 1).learner(0);
        Environment one = watch.around(new Rewards(1, 2));
        Environment other = watch.around(new Rewards(10));
        assertEquals(Double.NaN, watch.read().meanReturn100());
        one.reset(rng);
        one.step(0);
        one.step(0);
        other.reset(rng);
        assertEquals(3, watch.read().meanReturn100());
        other.step(new float[1]);
        other.reset(rng);                                    // an episode that has not ended
        LearnerReading read = watch.read();
        assertEquals(3, read.t());
        assertEquals(2, read.episodes());
        assertEquals(6.5, read.meanReturn100());             // (3 + 10) / 2
    }

    @Test void each_episode_of_a_world_is_added_up_from_0() {
        LearnerTelemetry watch = new Telemetry(theta, 1).learner(0);
        Environment env = watch.around(new Rewards(1, 2));
        for (int episode = 0; episode < 2; episode++) {
            env.reset(rng);
            env.step(0);
            env.step(0);
        }
        assertEquals(3, watch.read().meanReturn100());
    }

    @Test void figures_of_the_loss_are_summed_up_over_the_updates() {
        LearnerTelemetry watch = new Telemetry(theta, 1).learner(0);
        ActorCriticLoss loss = new ActorCriticLoss(0, 1);
        watch.ask(new Sources(null, loss.figures(), null));
        Tape tape = new Tape(Kernels.create());
        for (float R : new float[] {3, 6}) {
            loss.of(tape.constant(new float[2], 1, 2), tape.constant(new float[] {1}, 1),
                    new int[] {0}, new float[] {R}, tape);
            watch.around((d, eta) -> { }).update(dTheta, 0.1);
        }
        LearnerReading read = watch.read();
        assertEquals((2 + 5) * Math.log(2), read.policyLoss(), 1e-6);    // −log ½ (R − V)
        assertEquals(4 + 25, read.valueLoss(), 1e-6);
        assertEquals(2 * Math.log(2), read.entropy(), 1e-6);
        assertEquals(Math.log(2), new Sources(null, loss.figures(), null).entropy(), 1e-6);
        assertEquals(2, read.absValue());
        assertEquals(Double.NaN, read.meanNorm());           // it does not clip
    }

    @Test void a_learner_that_clips_and_has_a_loss_and_is_stale_mixes_none_of_these_up() {
        Telemetry telemetry = new Telemetry(theta, 2);
        GradientClipping clipping = new GradientClipping(40);
        ActorCriticLoss loss = new ActorCriticLoss(0, 1);
        Tape tape = new Tape(Kernels.create());
        telemetry.learner(0).ask(new Sources(clipping, loss.figures(), null));
        Hand late = new Hand(telemetry.learner(0)).copy();
        Hand other = new Hand(telemetry.learner(1));
        for (int k = 0; k < 3; k++) other.update();
        loss.of(tape.constant(new float[2], 1, 2), tape.constant(new float[] {7}, 1),
                new int[] {0}, new float[] {9}, tape);
        dTheta.values()[0] = 5;
        clipping.clip(dTheta);
        late.update();
        LearnerReading read = telemetry.learner(0).read();
        assertEquals(5, read.largestNorm());
        assertEquals(2 * Math.log(2), read.policyLoss(), 1e-6);     // −log ½ (R − V)
        assertEquals(7, read.absValue());
        assertEquals(3, read.largestStaleness());
    }

    @Test void a_learner_that_tells_nothing_has_no_entropy() {
        assertEquals(Double.NaN, Sources.NONE.entropy());
    }

    @Test void the_mean_return_is_that_of_the_last_100() {
        LearnerTelemetry watch = new Telemetry(theta, 1).learner(0);
        for (int i = 1; i <= 103; i++) {
            Environment env = watch.around(new Rewards(i));
            env.reset(rng);
            env.step(0);
        }
        assertEquals(53.5, watch.read().meanReturn100());    // of 4 .. 103
    }

    /** Each update has a gradient of length 5 that is clipped, is not stale, and a loss of 4. */
    @Test @Timeout(60) void who_reads_while_a_learner_counts_sees_each_update_with_all_its_figures()
            throws InterruptedException {
        LearnerTelemetry watch = new Telemetry(theta, 1).learner(0);
        GradientClipping clipping = new GradientClipping(1);
        ActorCriticLoss loss = new ActorCriticLoss(0, 1);
        watch.ask(new Sources(clipping, loss.figures(), null));
        AtomicBoolean enough = new AtomicBoolean();
        Thread learner = new Thread(() -> {
            Tape tape = new Tape(Kernels.create());
            loss.of(tape.constant(new float[2], 1, 2), tape.constant(new float[] {1}, 1),
                    new int[] {0}, new float[] {3}, tape);
            dTheta.values()[0] = 5;
            clipping.clip(dTheta);
            Optimizer optimizer = watch.around((d, eta) -> { });
            while (!enough.get()) optimizer.update(dTheta, 0.1);
        });
        learner.start();
        try {
            while (watch.read().updates() == 0) Thread.onSpinWait();
            for (int k = 0; k < 20_000; k++) {
                LearnerReading read = watch.read();
                long n = read.updates();
                assertEquals(List.of(n, n, 5.0 * n, 4.0 * n), List.of(read.staleness().updates(),
                        read.clipped(), read.norms(), read.valueLoss()), () -> n + " updates");
            }
        } finally {
            enough.set(true);
            learner.join();
        }
    }

    @Test void a_listener_hears_of_each_update_and_each_episode_in_their_order() {
        List<String> heard = new ArrayList<>();
        Telemetry telemetry = new Telemetry(theta, 2, new TrainingListener() {
            @Override public void updated(int learner, long number, long staleness, double norm,
                                          boolean clipped) {
                heard.add(learner + " made update " + number + ", " + staleness + " stale, "
                        + norm + (clipped ? " clipped" : ""));
            }

            @Override public void endedEpisode(int learner, long t, double totalReward) {
                heard.add(learner + " got " + totalReward + " until " + t);
            }
        });
        GradientClipping clipping = new GradientClipping(4);
        telemetry.learner(1).ask(new Sources(clipping, null, null));
        Hand a = new Hand(telemetry.learner(0)).copy();
        Hand b = new Hand(telemetry.learner(1)).copy();
        a.update().copy().update();
        dTheta.values()[0] = 5;
        clipping.clip(dTheta);
        b.update();
        Environment env = telemetry.learner(0).around(new Rewards(1, 2));
        env.reset(rng);
        env.step(0);
        env.step(0);
        assertEquals(List.of("0 made update 0, 0 stale, NaN", "0 made update 1, 0 stale, NaN",
                "1 made update 2, 2 stale, 5.0 clipped", "0 got 3.0 until 2"), heard);
    }

    @Test @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void a_listener_may_read_and_sees_what_it_is_told_of() {
        List<Long> read = new ArrayList<>();
        Telemetry[] telemetry = new Telemetry[1];
        telemetry[0] = new Telemetry(theta, 1, new TrainingListener() {
            @Override public void updated(int learner, long number, long staleness, double norm,
                                          boolean clipped) {
                read.add(telemetry[0].read().updates());
            }

            @Override public void endedEpisode(int learner, long t, double totalReward) {
                read.add(telemetry[0].read().learners().get(0).episodes());
            }
        });
        new Hand(telemetry[0].learner(0)).update().update();
        Environment env = telemetry[0].learner(0).around(new Rewards(1));
        env.reset(rng);
        env.step(0);
        assertEquals(List.of(1L, 2L, 1L), read);
    }

    @Test void the_optimizer_is_asked_before_the_update_counts() {
        Telemetry telemetry = new Telemetry(theta, 1);
        Parameters[] got = new Parameters[1];
        telemetry.learner(0).around((d, eta) -> {
            got[0] = d;
            assertEquals(0, telemetry.read().updates());
        }).update(dTheta, 0.1);
        assertSame(dTheta, got[0]);
        assertEquals(1, telemetry.read().updates());
    }
}
