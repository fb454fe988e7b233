package skein.rl.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skein.reference.ReferenceCase;
import skein.rl.memory.Samples;
import skein.rl.policy.Categorical;
import skein.tensor.AllKernels;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

class ProximalLossTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final KlPenalty NONE = new KlPenalty(0, 0.01);
    private static final List<ReferenceCase> CASES = ReferenceCase.load("losses-ppo");

    private static Stream<ReferenceCase> cases(String objective) {
        return CASES.stream().filter(c -> c.meta("objective").equals(objective));
    }

    /** A recorded case on a tape: forward is done, a loss may follow. */
    private static final class Pass {
        final ReferenceCase recorded;
        final Tape tape;
        final RecordedActorCritic network;
        final Tensor logits;
        final Tensor values;
        final Samples samples;

        Pass(ReferenceCase recorded, Kernels kernels) {
            this.recorded = recorded;
            tape = new Tape(kernels);
            network = new RecordedActorCritic(recorded, tape);
            Tensor h = network.hidden("obs");
            logits = network.logits(h);
            values = network.values(h);
            samples = samples(recorded, network.actionCount());
            recorded.check("values", values.toArray());
        }

        float total(ProximalLoss loss, String part) {
            Tensor L = loss.of(logits, values, samples, tape);
            tape.backward(L);
            if (recorded.has("loss." + part)) recorded.check("loss." + part, L.toArray());
            network.checkGradients(part);
            return L.item();
        }
    }

    private static Samples samples(ReferenceCase c, int actionCount) {
        int B = c.get("actions").ints().length;
        Samples samples = AdvantageLossTest.samples(actionCount, c.get("actions").ints(),
                c.get("advantages").floats(),
                c.has("returns") ? c.get("returns").floats() : new float[B]);
        if (c.has("old_values")) copy(c.get("old_values").floats(), samples.values());
        if (c.has("old_logp")) copy(c.get("old_logp").floats(), samples.logPi());
        if (!c.has("old_logits")) return samples;
        copy(c.get("old_logits").floats(), samples.logits());
        for (int i = 0; i < B; i++) {
            samples.logPi()[i] = Categorical.logProbability(samples.logits(), i, actionCount,
                    samples.actions()[i]);
        }
        return samples;
    }

    private static void copy(float[] from, float[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }

    @TestFactory Stream<DynamicTest> clipped_objective_equals_the_recorded_cases() {
        assertEquals(4, cases("clip").count());
        return AllKernels.list().stream().flatMap(kernels -> cases("clip")
                .map(c -> DynamicTest.dynamicTest(c + ", " + kernels, () -> {
                    double eps = c.number("eps");
                    double beta = c.number("beta");
                    double half = c.number("value_coef");
                    ProximalLoss loss = new ProximalLoss(eps, NEVER, NONE, beta, half);
                    float total = new Pass(c, kernels).total(loss, "total");
                    c.check("loss.entropy", new float[] {loss.figures().entropy()});
                    c.check("clip_fraction", new float[] {loss.clippedPart()});
                    new Pass(c, kernels)
                            .total(new ProximalLoss(eps, NEVER, NONE, 0, 0), "clip");
                    // E clipped, alone and in the sum
                    Pass alone = new Pass(c, kernels);
                    Arrays.fill(alone.samples.advantages(), 0);
                    alone.total(new ProximalLoss(eps, eps, NONE, 0, 1), "value_clipped");
                    Pass both = new Pass(c, kernels);
                    Tensor L = new ProximalLoss(eps, eps, NONE, beta, half)
                            .of(both.logits, both.values, both.samples, both.tape);
                    double worse = c.get("loss.value_clipped").values()[0]
                            - c.get("loss.value_full").values()[0];
                    assertEquals(total + half * worse, L.item(), 1e-5);
                })));
    }

    @TestFactory Stream<DynamicTest> penalty_equals_the_recorded_cases() {
        assertEquals(2, cases("kl").count());
        return AllKernels.list().stream().flatMap(kernels -> cases("kl")
                .map(c -> DynamicTest.dynamicTest(c + ", " + kernels, () -> {
                    KlPenalty penalty = new KlPenalty(c.number("kl_coef"), 0.01);
                    new Pass(c, kernels)
                            .total(new ProximalLoss(NEVER, NEVER, penalty, 0, 0), "total");
                    new Pass(c, kernels)
                            .total(new ProximalLoss(NEVER, NEVER, NONE, 0, 0), "surrogate");
                    Pass pass = new Pass(c, kernels);
                    Tensor kl = ProximalLoss.kl(pass.logits, pass.samples, pass.tape);
                    pass.tape.backward(kl);
                    c.check("kl", kl.toArray());
                    pass.network.checkGradients("kl");
                })));
    }

    @TestFactory Stream<DynamicTest> coefficient_moves_as_recorded() {
        assertEquals(2, cases("adaptive").count());
        return cases("adaptive").map(c -> DynamicTest.dynamicTest(c.toString(), () -> {
            KlPenalty penalty = new KlPenalty(c.number("start"), c.number("target"));
            double[] d = c.get("kl").values();
            for (int k = 0; k < d.length; k++) {
                penalty.adapt(d[k]);
                assertEquals(c.get("kl_coef_after").values()[k], penalty.coefficient(), "" + k);
            }
        }));
    }

    private final Tape tape = new Tape(Kernels.create());

    /** Loss of one row, two actions, action 0 taken; gradient with respect to its logits. */
    private float[] gradient(double epsilon, KlPenalty penalty, float[] logits, float[] old,
                             float advantage) {
        Samples batch = AdvantageLossTest.samples(2, new int[1], new float[] {advantage},
                new float[1]);
        copy(old, batch.logits());
        batch.logPi()[0] = Categorical.logProbability(old, 0, 2, 0);
        Tensor x = tape.variable(logits, Shape.of(1, 2));
        tape.backward(new ProximalLoss(epsilon, NEVER, penalty, 0, 0)
                .of(x, tape.constant(new float[1], 1), batch, tape));
        return x.gradientToArray();
    }

    @Test void at_the_old_policy_the_gradient_is_that_of_the_advantage_loss() {
        // ρ = 1: −A (1 − π(0)) = −2 · ½
        float[] same = {0.7f, 0.7f};
        assertArrayEquals(new float[] {-1, 1}, gradient(0.2, NONE, same, same, 2), 1e-6f);
        assertArrayEquals(new float[] {-1, 1},
                gradient(NEVER, new KlPenalty(1, 0.01), same, same, 2), 1e-6f);
    }

    @Test void beyond_the_clip_there_is_a_gradient_only_on_the_way_back() {
        float[] up = {1, 0};                                 // π(0) rose from ½ to 0.73: ρ = 1.46
        float[] even = {0, 0};
        assertArrayEquals(new float[2], gradient(0.2, NONE, up, even, 2));
        assertTrue(gradient(0.2, NONE, up, even, -2)[0] > 0, "descent takes π(0) back");
        float[] down = {-1, 0};                              // fell to 0.27: ρ = 0.54
        assertArrayEquals(new float[2], gradient(0.2, NONE, down, even, -2));
        assertTrue(gradient(0.2, NONE, down, even, 2)[0] < 0, "descent takes π(0) back");
    }

    @Test void penalty_pulls_towards_the_old_policy_with_the_old_probabilities_as_weights() {
        // dKL(π_old‖π)/dlogits = π − π_old: (¾ − ½, ¼ − ½), times k = 2
        float[] d = gradient(NEVER, new KlPenalty(2, 0.01), new float[] {(float) Math.log(3), 0},
                new float[2], 0);
        assertArrayEquals(new float[] {0.5f, -0.5f}, d, 1e-6f);
    }

    @Test void logits_of_plus_and_minus_80_give_finite_loss_and_gradients() {
        float[] d = gradient(0.2, new KlPenalty(1, 0.01), new float[] {-80, 80},
                new float[] {80, -80}, 1);
        for (float x : d) assertTrue(Float.isFinite(x));
    }

    @Test void clipped_V_takes_the_larger_error_of_the_two() {
        Samples batch = AdvantageLossTest.samples(2, new int[3], new float[3],
                new float[] {10, 1, 0});
        Tensor values = tape.variable(new float[] {3, 3, 3}, Shape.of(3));
        copy(new float[] {1, 2.8f, 4}, batch.values());
        for (int i = 0; i < 3; i++) batch.logPi()[i] = (float) -Math.log(2);
        Tensor L = new ProximalLoss(0.2, 0.5, NONE, 0, 1)
                .of(tape.variable(new float[6], Shape.of(3, 2)), values, batch, tape);
        tape.backward(L);
        // near V: 1.5, 3, 3.5. (10 − 3)² = 49 < (10 − 1.5)² = 72.25, constant there;
        // (1 − 3)² = 4, the same on both sides; (0 − 3)² = 9 < 3.5² = 12.25, constant there
        assertEquals((72.25f + 4 + 12.25f) / 3, L.item(), 1e-5f);
        assertArrayEquals(new float[] {0, 2 * (3 - 1) / 3f, 0}, values.gradientToArray(), 1e-5f);
    }

    @Test void coefficient_doubles_halves_or_stays() {
        KlPenalty penalty = new KlPenalty(1, 0.03);
        penalty.adapt(0.046);                                // more than 1.5 · 0.03
        assertEquals(2, penalty.coefficient());
        penalty.adapt(0.044);
        penalty.adapt(0.021);                                // more than 0.03 / 1.5
        assertEquals(2, penalty.coefficient());
        penalty.adapt(0.019);
        assertEquals(1, penalty.coefficient());
    }

    @Test void coefficient_stays_at_exactly_1_point_5_times_the_target_up_or_down() {
        KlPenalty penalty = new KlPenalty(1, 1.5);
        penalty.adapt(2.25);
        penalty.adapt(1);
        assertEquals(1, penalty.coefficient());
    }

    @Test void a_coefficient_of_0_is_no_penalty_and_stays_0() {
        KlPenalty penalty = new KlPenalty(0, 0.01);
        penalty.adapt(1);
        assertFalse(penalty.active());
        assertTrue(new KlPenalty(1e-9, 0.01).active());
    }

    @Test void settings_that_make_no_sense_are_refused() {
        assertThrows(IllegalArgumentException.class, () -> new KlPenalty(-1, 0.01));
        assertThrows(IllegalArgumentException.class, () -> new KlPenalty(NEVER, 0.01));
        assertThrows(IllegalArgumentException.class, () -> new KlPenalty(1, 0));
        assertThrows(IllegalArgumentException.class,
                () -> new ProximalLoss(0, NEVER, NONE, 0.01, 0.5));
        assertThrows(IllegalArgumentException.class,
                () -> new ProximalLoss(0.2, Double.NaN, NONE, 0.01, 0.5));
        assertThrows(IllegalArgumentException.class,
                () -> new ProximalLoss(0.2, NEVER, NONE, -1, 0.5));
    }
}
