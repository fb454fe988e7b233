package skein.lab.trace;

import static skein.lab.trace.TracePage.number;

import java.util.ArrayList;
import java.util.List;
import skein.envs.Step;
import skein.nn.Parameters;
import skein.rl.algorithm.NStepQ;
import skein.rl.loss.QLoss;
import skein.rl.memory.Rollout;
import skein.rl.network.QNetwork;
import skein.rl.network.QValues;
import skein.rl.policy.ExplorationSchedule;
import skein.tensor.Tensor;

/**
 * Explains n-step Q-learning by the lines of Algorithm S2, as {@link ActorCriticTrace} does A3C.
 * θ⁻ is the learner's own, looked at after the segment, when the learner looks at it too.
 */
final class NStepTrace implements Probe.Watcher {
    private static final List<String> STEPS =
            List.of("t", "s_t", "Q(s_t, ·; θ')", "a_t", "r_t", "T");
    private static final List<String> TERMS =
            List.of("i", "r_i", "R", "Q(s_i, a_i)", "R − Q", "c(R − Q)²");

    private final NStepQ.Hyper hyper;
    private final long maxSteps;
    private final ExplorationSchedule epsilon;
    private final TracePage page;
    private final Segment segment;
    private final QValues network;
    private final QValues target;
    private final QLoss loss;
    private final List<List<String>> steps = new ArrayList<>();
    private final List<String> copies = new ArrayList<>();   // the T of each θ⁻ ← θ
    private int updates;

    /** Of a learner with these settings and with this schedule of ε. */
    NStepTrace(QNetwork definition, Parameters theta, Parameters thetaMinus, NStepQ.Hyper hyper,
               long maxSteps, ExplorationSchedule epsilon, TracePage page) {
        this.hyper = hyper;
        this.maxSteps = maxSteps;
        this.epsilon = epsilon;
        this.page = page;
        segment = new Segment(theta, hyper.tMax(), definition.observationSize(),
                hyper.maxNorm());
        network = new QValues(definition, segment.thetaPrime());
        target = new QValues(definition, thetaMinus);
        loss = new QLoss(hyper.valueCoefficient());
    }

    @Override public void began() {
    }

    @Override public void acted(float[] s, int a, Step answer) {
        if (segment.isEmpty()) startSegment();
        segment.add(s, a, answer);
        steps.add(List.of(TracePage.count(segment.t()), TracePage.state(s),
                TracePage.row(TracePage.floats(network.of(s)), "%.4f"), page.action(a),
                number(answer.reward()), TracePage.count(segment.T() + 1)));
    }

    private void startSegment() {
        segment.begin();
        steps.add(STEPS);
    }

    @Override public void ticked(long now) {
        segment.ticked(now);
        if (now % hyper.targetInterval() == 0) copies.add(TracePage.count(now));
    }

    @Override public void updated(Parameters clipped, double eta, Change change) {
        Step last = segment.step();
        float R = last.terminated() ? 0 : target.max(last.observation());
        float[] returns = segment.returns(R, hyper.gamma());
        Rollout rollout = segment.rollout();
        network.forward(rollout.observations(), rollout.size());
        Tensor L = loss.of(network.values(), rollout.actions(), returns, network.tape());
        network.backward(L);
        double norm = segment.clip(clipped);
        printSegment(R);
        printTerms(returns, L.item());
        printUpdate(norm, eta, change);
        steps.clear();
        copies.clear();
        segment.end();
    }

    private void printSegment(float R) {
        page.line("");
        page.line("update " + ++updates);
        if (updates == 1) page.line("t ← 1", "t = 1");
        page.line("repeat");
        page.line("  dθ ← 0", "‖dθ‖ = 0");
        page.line("  θ' = θ", "‖θ'‖ = " + number(Change.norm(segment.thetaPrime())));
        page.line("  t_start = t", "t_start = " + TracePage.count(segment.tStart()));
        page.line("  repeat (s is s_t)", "below, a row for each step:");
        page.line("    a_t, ε-greedy", "  ε = " + number(epsilon.at(segment.startT()))
                + " at T = " + TracePage.count(segment.startT()));
        page.line("      on Q(s_t, ·; θ')", "  Q, before a_t");
        page.line("    receive r_t and s_t+1", "  r_t, and s_t+1 in the next row");
        page.line("    t ← t + 1", "  t before it");
        page.line("    T ← T + 1", "  T after it");
        page.line("    if T mod I_target == 0", "  I_target = "
                + TracePage.count(hyper.targetInterval()));
        page.line("      beyond S2: here, θ⁻ ← θ", copies.isEmpty() ? "  not in this segment"
                : "  at T = " + String.join(", ", copies));
        page.table(steps);
        boolean terminal = segment.step().terminated();
        page.line("  until terminal s_t", segment.ending());
        page.line("  or t − t_start == t_max", segment.length());
        page.line("  R = 0 for terminal s_t", terminal ? "R = 0" : "");
        page.line("      max_a Q(s_t, a; θ⁻)", terminal ? ""
                : "R = max_a Q(s_" + segment.t() + ", a; θ⁻) = " + number(R));
    }

    /** After backward: what is computed here is in nobody's gradient. */
    private void printTerms(float[] returns, float L) {
        Rollout rollout = segment.rollout();
        float[] q = TracePage.floats(network.values().pick(rollout.actions()));
        List<List<String>> rows = new ArrayList<>(List.of(TERMS));
        for (int i = rollout.size() - 1; i >= 0; i--) {
            double error = returns[i] - q[i];
            rows.add(List.of(TracePage.count(segment.tStart() + i), number(rollout.rewards()[i]),
                    number(returns[i]), number(q[i]), number(error),
                    number(hyper.valueCoefficient() * error * error)));
        }
        rows.add(List.of("Σ", "", "", "", "", number(L)));
        page.line("  for i ∈ {t−1, ..., t_start}", "below, a row for each i:");
        page.line("    R ← r_i + γR", "  γ = " + hyper.gamma());
        page.line("    dθ ← dθ", "");
        page.line("      + ∂(R − Q(s_i, a_i))²", "  the gradient of c(R − Q)²; c = "
                + hyper.valueCoefficient());
        page.table(rows);
    }

    private void printUpdate(double norm, double eta, Change change) {
        page.line("  beyond S2: ‖dθ‖ ≤ maxNorm",
                TracePage.clipped(norm, Change.norm(segment.dTheta()), hyper.maxNorm()));
        page.line("  update of θ by dθ", "η = " + number(eta) + ", " + change);
        if (segment.step().last()) {
            page.line("  beyond S2: also truncated", "a new episode begins");
        }
        page.line("until T > T_max", "T = " + TracePage.count(segment.T()) + ", T_max = "
                + TracePage.count(maxSteps));
    }
}
