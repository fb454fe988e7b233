package skein.lab.trace;

import static skein.lab.trace.TracePage.number;

import java.util.ArrayList;
import java.util.List;
import skein.envs.Step;
import skein.nn.Parameters;
import skein.rl.algorithm.A3C;
import skein.rl.loss.ActorCriticLoss;
import skein.rl.memory.Rollout;
import skein.rl.network.ActorCritic;
import skein.rl.network.ActorCriticNetwork;
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
    private final Segment segment;
    private final ActorCritic network;
    private final ActorCriticLoss loss;
    private final List<List<String>> steps = new ArrayList<>();
    private int updates;

    /** Of a learner with these settings. */
    ActorCriticTrace(ActorCriticNetwork definition, Parameters theta, A3C.Hyper hyper,
                     long maxSteps, TracePage page) {
        this.hyper = hyper;
        this.maxSteps = maxSteps;
        this.page = page;
        segment = new Segment(theta, hyper.tMax(), definition.observationSize(),
                hyper.maxNorm());
        network = new ActorCritic(definition, segment.thetaPrime());
        loss = new ActorCriticLoss(hyper.beta(), hyper.valueCoefficient());
    }

    @Override public void began() {
        network.startEpisode();
    }

    @Override public void acted(float[] s, int a, Step answer) {
        if (segment.isEmpty()) startSegment();
        float[] pi = TracePage.floats(network.logits(s).softmax());
        segment.add(s, a, answer);
        steps.add(List.of(TracePage.count(segment.t()), TracePage.state(s),
                TracePage.row(pi, "%.4f"), page.action(a), number(answer.reward()),
                TracePage.count(segment.T() + 1)));
    }

    private void startSegment() {
        segment.begin();
        network.startSegment();
        steps.add(STEPS);
    }

    @Override public void ticked(long now) {
        segment.ticked(now);
    }

    @Override public void updated(Parameters clipped, double eta, Change change) {
        Step last = segment.step();
        float R = last.terminated() ? 0 : network.value(last.observation());
        float[] returns = segment.returns(R, hyper.gamma());
        Rollout rollout = segment.rollout();
        network.forward(rollout.observations(), rollout.size());
        Tensor L = loss.of(network.logits(), network.values(), rollout.actions(), returns,
                network.tape());
        network.backward(L);
        double norm = segment.clip(clipped);
        printSegment(R);
        printTerms(returns, L.item());
        printUpdate(norm, eta, change);
        steps.clear();
        segment.end();
    }

    private void printSegment(float R) {
        page.line("");
        page.line("update " + ++updates);
        if (updates == 1) page.line("t ← 1", "t = 1");
        page.line("repeat");
        page.line("  dθ ← 0 and dθ_v ← 0", "‖dθ‖ = 0");
        page.line("  θ' = θ and θ'_v = θ_v",
                "‖θ'‖ = " + number(Change.norm(segment.thetaPrime())));
        page.line("  t_start = t", "t_start = " + TracePage.count(segment.tStart()));
        page.line("  repeat (s is s_t)", "below, a row for each step:");
        page.line("    a_t ~ π(a_t | s_t; θ')", "  drawn from π");
        page.line("    receive r_t and s_t+1", "  r_t, and s_t+1 in the next row");
        page.line("    t ← t + 1", "  t before it");
        page.line("    T ← T + 1", "  T after it");
        page.table(steps);
        boolean terminal = segment.step().terminated();
        page.line("  until terminal s_t", segment.ending());
        page.line("  or t − t_start == t_max", segment.length());
        page.line("  R = 0 for terminal s_t", terminal ? "R = 0" : "");
        page.line("      V(s_t; θ'_v) otherwise", terminal ? ""
                : "R = V(s_" + segment.t() + "; θ'_v) = " + number(R));
    }

    /** After backward: what is computed here is in nobody's gradient. */
    private void printTerms(float[] returns, float L) {
        Rollout rollout = segment.rollout();
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
            rows.add(List.of(TracePage.count(segment.tStart() + i), number(rollout.rewards()[i]),
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
                TracePage.clipped(norm, Change.norm(segment.dTheta()), hyper.maxNorm()));
        page.line("  update of θ and θ_v", "η = " + number(eta) + ", " + change);
        if (segment.step().last()) {
            page.line("  beyond S3: also truncated", "a new episode begins");
        }
        page.line("until T > T_max", "T = " + TracePage.count(segment.T()) + ", T_max = "
                + TracePage.count(maxSteps));
    }
}
