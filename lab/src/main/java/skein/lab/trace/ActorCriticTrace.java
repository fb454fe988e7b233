package skein.lab.trace;

import static skein.lab.trace.TracePage.number;

import java.util.ArrayList;
import java.util.List;
import skein.envs.Step;
import skein.nn.GradientClipping;
import skein.nn.Parameters;
import skein.rl.algorithm.A3C;
import skein.rl.loss.ActorCriticLoss;
import skein.rl.memory.Rollout;
import skein.rl.network.ActorCritic;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.returns.Returns;
import skein.tensor.Tensor;

/**
 * Explains A3C: prints the lines of Algorithm S3 as they stand in the margin of A3C.java, with what
 * each did.
 *
 * <p>It sees states, actions, rewards, T and the gradient that the optimizer gets. The rest (π, V,
 * R, the terms of the loss) it works out for itself, on a copy of θ made when the segment began,
 * which is what θ' is; and it refuses to go on if that leads to another gradient than A3C's.
 */
final class ActorCriticTrace implements Probe.Watcher {
    private static final List<String> STEPS =
            List.of("t", "s_t", "π(· | s_t; θ')", "a_t", "r_t", "T");
    private static final List<String> TERMS = List.of("i", "r_i", "R", "V(s_i)", "R − V",
            "log π(a_i)", "H(π)", "−log π·(R − V)", "−βH", "c(R − V)²");

    private final A3C.Hyper hyper;
    private final long maxSteps;
    private final TracePage page;
    private final Parameters theta;
    private final Parameters dTheta;
    private final Parameters thetaPrime;
    private final ActorCritic network;
    private final ActorCriticLoss loss;
    private final GradientClipping clipping;
    private final Rollout rollout;
    private final float[] returns;
    private final List<List<String>> steps = new ArrayList<>();
    private List<String> seen;               // a row of steps that waits for T
    private Step step;
    private long t = 1;
    private long tStart;
    private long T;
    private int updates;

    /** Of a learner with these settings. */
    ActorCriticTrace(ActorCriticNetwork definition, Parameters theta, A3C.Hyper hyper,
                     long maxSteps, TracePage page) {
        this.theta = theta;
        this.hyper = hyper;
        this.maxSteps = maxSteps;
        this.page = page;
        dTheta = definition.layout().zeros();
        thetaPrime = definition.layout().zeros().withGradient(dTheta);
        network = new ActorCritic(definition, thetaPrime);
        loss = new ActorCriticLoss(hyper.beta(), hyper.valueCoefficient());
        clipping = new GradientClipping(hyper.maxNorm());
        rollout = new Rollout(hyper.tMax(), definition.observationSize());
        returns = new float[hyper.tMax()];
    }

    @Override public void began() {
        network.startEpisode();
    }

    @Override public void acted(float[] s, int a, Step answer) {
        if (steps.isEmpty()) startSegment();
        float[] pi = TracePage.floats(network.logits(s).softmax());
        rollout.add(s, a, answer.reward());
        step = answer;
        seen = List.of(TracePage.count(t), TracePage.state(s), TracePage.row(pi, "%.4f"),
                page.action(a), number(answer.reward()));
    }

    private void startSegment() {
        dTheta.clear();
        theta.copyTo(thetaPrime);
        rollout.clear();
        network.startSegment();
        tStart = t;
        steps.add(STEPS);
    }

    @Override public void ticked(long now) {
        t++;
        T = now;
        List<String> row = new ArrayList<>(seen);
        row.add(TracePage.count(T));
        steps.add(row);
    }

    @Override public void updated(Parameters clipped, double eta, Change change) {
        float R = step.terminated() ? 0 : network.value(step.observation());
        Returns.discounted(rollout.rewards(), rollout.size(), R, hyper.gamma(), returns);
        network.forward(rollout.observations(), rollout.size());
        Tensor L = loss.of(network.logits(), network.values(), rollout.actions(), returns,
                network.tape());
        network.backward(L);
        double norm = clipping.clip(dTheta);
        Change.requireSame(dTheta, clipped);
        printSegment(R);
        printTerms(L.item());
        printUpdate(norm, eta, change);
        steps.clear();
    }

    private void printSegment(float R) {
        page.line("");
        page.line("update " + ++updates);
        if (updates == 1) page.line("t ← 1", "t = 1");
        page.line("repeat");
        page.line("  dθ ← 0 and dθ_v ← 0", "‖dθ‖ = 0");
        page.line("  θ' = θ and θ'_v = θ_v", "‖θ'‖ = " + number(Change.norm(thetaPrime)));
        page.line("  t_start = t", "t_start = " + TracePage.count(tStart));
        page.line("  repeat (s is s_t)", "below, a row for each step:");
        page.line("    a_t ~ π(a_t | s_t; θ')", "  drawn from π");
        page.line("    receive r_t and s_t+1", "  r_t, and s_t+1 in the next row");
        page.line("    t ← t + 1", "  t before it");
        page.line("    T ← T + 1", "  T after it");
        page.table(steps);
        String s = "s_" + t;
        page.line("  until terminal s_t", TracePage.end(s, step));
        page.line("  or t − t_start == t_max", TracePage.length(t - tStart, hyper.tMax()));
        page.line("  R = 0 for terminal s_t", step.terminated() ? "R = 0" : "");
        page.line("      V(s_t; θ'_v) otherwise", step.terminated() ? ""
                : "R = V(" + s + "; θ'_v) = " + number(R));
    }

    /** After backward: what is computed here is in nobody's gradient. */
    private void printTerms(float L) {
        float[] logPi = TracePage.floats(network.logits().logSoftmax().pick(rollout.actions()));
        float[] entropies = TracePage.floats(network.logits().entropy());
        float[] values = TracePage.floats(network.values());
        double[] sums = new double[3];
        List<List<String>> rows = new ArrayList<>(List.of(TERMS));
        for (int i = rollout.size() - 1; i >= 0; i--) {
            double advantage = returns[i] - values[i];
            double[] terms = {-logPi[i] * advantage, -hyper.beta() * entropies[i],
                hyper.valueCoefficient() * advantage * advantage};
            for (int k = 0; k < terms.length; k++) sums[k] += terms[k];
            rows.add(List.of(TracePage.count(tStart + i), number(rollout.rewards()[i]),
                    number(returns[i]), number(values[i]), number(advantage),
                    number(logPi[i]), number(entropies[i]),
                    number(terms[0]), number(terms[1]), number(terms[2])));
        }
        rows.add(List.of("Σ", "", "", "", "", "", "", number(sums[0]), number(sums[1]),
                number(sums[2])));
        page.line("  for i ∈ {t−1, ..., t_start}", "below, a row for each i:");
        page.line("    R ← r_i + γR", "  γ = " + hyper.gamma());
        page.line("    dθ ← dθ + ∇log π·(R − V)", "  the gradient of −log π(a_i | s_i)·(R − V),");
        page.line("      + β∇H (section 4)", "  and of −βH; β = " + hyper.beta());
        page.line("    dθ_v ← dθ_v + ∂(R − V)²", "  and of c(R − V)²; c = "
                + hyper.valueCoefficient());
        page.table(rows);
        page.line("", "L = " + number(sums[0]) + " − " + number(-sums[1]) + " + "
                + number(sums[2]) + " = " + number(L));
    }

    private void printUpdate(double norm, double eta, Change change) {
        page.line("  beyond S3: ‖dθ‖ ≤ maxNorm",
                TracePage.clipped(norm, Change.norm(dTheta), hyper.maxNorm()));
        page.line("  update of θ and θ_v", "η = " + number(eta) + ", " + change);
        if (step.last()) page.line("  beyond S3: also truncated", "a new episode begins");
        page.line("until T > T_max", "T = " + TracePage.count(T) + ", T_max = "
                + TracePage.count(maxSteps));
    }
}
