package skein.lab.trace;

import static skein.lab.trace.TracePage.number;

import java.util.ArrayList;
import java.util.List;
import skein.envs.Step;
import skein.nn.GradientClipping;
import skein.nn.Parameters;
import skein.rl.algorithm.NStepQ;
import skein.rl.loss.QLoss;
import skein.rl.memory.Rollout;
import skein.rl.network.QNetwork;
import skein.rl.network.QValues;
import skein.rl.policy.ExplorationSchedule;
import skein.rl.returns.Returns;
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
    private final Parameters theta;
    private final Parameters dTheta;
    private final Parameters thetaPrime;
    private final QValues network;
    private final QValues target;
    private final QLoss loss;
    private final GradientClipping clipping;
    private final Rollout rollout;
    private final float[] returns;
    private final List<List<String>> steps = new ArrayList<>();
    private final List<String> copies = new ArrayList<>();   // the T of each θ⁻ ← θ
    private List<String> seen;               // a row of steps that waits for T
    private Step step;
    private long t = 1;
    private long tStart;
    private long T;
    private long segmentT;                   // T when the segment began
    private int updates;

    /** Of a learner with these settings and with this schedule of ε. */
    NStepTrace(QNetwork definition, Parameters theta, Parameters thetaMinus, NStepQ.Hyper hyper,
               long maxSteps, ExplorationSchedule epsilon, TracePage page) {
        this.theta = theta;
        this.hyper = hyper;
        this.maxSteps = maxSteps;
        this.epsilon = epsilon;
        this.page = page;
        dTheta = definition.layout().zeros();
        thetaPrime = definition.layout().zeros().withGradient(dTheta);
        network = new QValues(definition, thetaPrime);
        target = new QValues(definition, thetaMinus);
        loss = new QLoss(hyper.valueCoefficient());
        clipping = new GradientClipping(hyper.maxNorm());
        rollout = new Rollout(hyper.tMax(), definition.observationSize());
        returns = new float[hyper.tMax()];
    }

    @Override public void began() {
    }

    @Override public void acted(float[] s, int a, Step answer) {
        if (steps.isEmpty()) startSegment();
        rollout.add(s, a, answer.reward());
        step = answer;
        seen = List.of(TracePage.count(t), TracePage.state(s),
                TracePage.row(TracePage.floats(network.of(s)), "%.4f"), page.action(a),
                number(answer.reward()));
    }

    private void startSegment() {
        dTheta.clear();
        theta.copyTo(thetaPrime);
        rollout.clear();
        tStart = t;
        segmentT = T;
        steps.add(STEPS);
    }

    @Override public void ticked(long now) {
        t++;
        T = now;
        List<String> row = new ArrayList<>(seen);
        row.add(TracePage.count(T));
        steps.add(row);
        if (T % hyper.targetInterval() == 0) copies.add(TracePage.count(T));
    }

    @Override public void updated(Parameters clipped, double eta, Change change) {
        float R = step.terminated() ? 0 : target.max(step.observation());
        Returns.discounted(rollout.rewards(), rollout.size(), R, hyper.gamma(), returns);
        network.forward(rollout.observations(), rollout.size());
        Tensor L = loss.of(network.values(), rollout.actions(), returns, network.tape());
        network.backward(L);
        double norm = clipping.clip(dTheta);
        Change.requireSame(dTheta, clipped);
        printSegment(R);
        printTerms(L.item());
        printUpdate(norm, eta, change);
        steps.clear();
        copies.clear();
    }

    private void printSegment(float R) {
        page.line("");
        page.line("update " + ++updates);
        if (updates == 1) page.line("t ← 1", "t = 1");
        page.line("repeat");
        page.line("  dθ ← 0", "‖dθ‖ = 0");
        page.line("  θ' = θ", "‖θ'‖ = " + number(Change.norm(thetaPrime)));
        page.line("  t_start = t", "t_start = " + TracePage.count(tStart));
        page.line("  repeat (s is s_t)", "below, a row for each step:");
        page.line("    a_t, ε-greedy", "  ε = " + number(epsilon.at(segmentT)) + " at T = "
                + TracePage.count(segmentT));
        page.line("      on Q(s_t, ·; θ')", "  Q, before a_t");
        page.line("    receive r_t and s_t+1", "  r_t, and s_t+1 in the next row");
        page.line("    t ← t + 1", "  t before it");
        page.line("    T ← T + 1", "  T after it");
        page.line("    if T mod I_target == 0", "  I_target = "
                + TracePage.count(hyper.targetInterval()));
        page.line("      beyond S2: here, θ⁻ ← θ", copies.isEmpty() ? "  not in this segment"
                : "  at T = " + String.join(", ", copies));
        page.table(steps);
        String s = "s_" + t;
        page.line("  until terminal s_t", TracePage.end(s, step));
        page.line("  or t − t_start == t_max", TracePage.length(t - tStart, hyper.tMax()));
        page.line("  R = 0 for terminal s_t", step.terminated() ? "R = 0" : "");
        page.line("      max_a Q(s_t, a; θ⁻)", step.terminated() ? ""
                : "R = max_a Q(" + s + ", a; θ⁻) = " + number(R));
    }

    /** After backward: what is computed here is in nobody's gradient. */
    private void printTerms(float L) {
        float[] q = TracePage.floats(network.values().pick(rollout.actions()));
        List<List<String>> rows = new ArrayList<>(List.of(TERMS));
        for (int i = rollout.size() - 1; i >= 0; i--) {
            double error = returns[i] - q[i];
            rows.add(List.of(TracePage.count(tStart + i), number(rollout.rewards()[i]),
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
                TracePage.clipped(norm, Change.norm(dTheta), hyper.maxNorm()));
        page.line("  update of θ by dθ", "η = " + number(eta) + ", " + change);
        if (step.last()) page.line("  beyond S2: also truncated", "a new episode begins");
        page.line("until T > T_max", "T = " + TracePage.count(T) + ", T_max = "
                + TracePage.count(maxSteps));
    }
}
