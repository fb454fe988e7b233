package skein.lab.trace;

import static skein.lab.trace.TracePage.number;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import skein.envs.Step;
import skein.nn.GradientClipping;
import skein.nn.Parameters;
import skein.rl.algorithm.OneStepQ;
import skein.rl.loss.QLoss;
import skein.rl.network.QNetwork;
import skein.rl.network.QValues;
import skein.rl.policy.ExplorationSchedule;
import skein.tensor.Tensor;

/**
 * Explains one-step Q-learning and Sarsa by the lines of Algorithm 1, as {@link ActorCriticTrace}
 * does A3C. θ stays as it is between two updates, as there is one learner, and a copy of it serves;
 * θ⁻ is the learner's own, looked at as soon as s' is known, before T can have it copied.
 *
 * <p>Sarsa's last a' before an update is not done yet when the update is explained; it is the one
 * that leads to the gradient that the optimizer got; the first, if several do, with the same y.
 */
final class OneStepTrace implements Probe.Watcher {
    private static final List<String> STEPS = List.of("t", "s", "Q(s, ·; θ)", "a", "r", "T");

    /** What is seen of a step; q is Q(s, ·; θ), and qMinus Q(s', ·; θ⁻). */
    private record Seen(float[] s, int a, Step step, float[] q, float[] qMinus) {
    }

    private final boolean sarsa;
    private final OneStepQ.Hyper hyper;      // Sarsa's has the same components
    private final long maxSteps;
    private final ExplorationSchedule epsilon;
    private final TracePage page;
    private final Parameters theta;
    private final Parameters dTheta;
    private final Parameters frozen;         // θ since the last update
    private final QValues network;
    private final QValues target;
    private final QLoss loss;
    private final GradientClipping clipping;
    private final List<Seen> steps = new ArrayList<>();
    private final List<String> copies = new ArrayList<>();   // the T of each θ⁻ ← θ
    private long t;
    private long T;
    private long startT;                     // T after the last update
    private int updates;

    /** Of a learner with these settings and with this schedule of ε. */
    OneStepTrace(boolean sarsa, QNetwork definition, Parameters theta, Parameters thetaMinus,
                 OneStepQ.Hyper hyper, long maxSteps, ExplorationSchedule epsilon,
                 TracePage page) {
        this.sarsa = sarsa;
        this.theta = theta;
        this.hyper = hyper;
        this.maxSteps = maxSteps;
        this.epsilon = epsilon;
        this.page = page;
        dTheta = definition.layout().zeros();
        frozen = theta.copy().withGradient(dTheta);
        network = new QValues(definition, frozen);
        target = new QValues(definition, thetaMinus);
        loss = new QLoss(hyper.valueCoefficient());
        clipping = new GradientClipping(hyper.maxNorm());
    }

    @Override public void began() {
    }

    @Override public void acted(float[] s, int a, Step step) {
        steps.add(new Seen(s, a, step, TracePage.floats(network.of(s)),
                TracePage.floats(target.of(step.observation()))));
    }

    @Override public void ticked(long now) {
        t++;
        T = now;
        if (T % hyper.targetInterval() == 0) copies.add(TracePage.count(T));
    }

    @Override public void updated(Parameters clipped, double eta, Change change) {
        int[] aPrime = sarsa ? taken(clipped)
                : steps.stream().mapToInt(seen -> best(seen.qMinus())).toArray();
        double norm = accumulate(aPrime);
        Change.requireSame(dTheta, clipped);
        printBeginning();
        printSteps();
        printTargets(aPrime);
        printUpdate(norm, eta, change);
        theta.copyTo(frozen);
        startT = T;
        steps.clear();
        copies.clear();
    }

    /** The first of the largest. */
    private static int best(float[] q) {
        int best = 0;
        for (int a = 0; a < q.length; a++) {
            if (q[a] > q[best]) best = a;
        }
        return best;
    }

    /** Each a' is the a of the next step; the last is the one that explains the gradient best. */
    private int[] taken(Parameters clipped) {
        int n = steps.size();
        int[] aPrime = IntStream.range(0, n).map(i -> i < n - 1 ? steps.get(i + 1).a() : 0)
                .toArray();
        double least = Double.POSITIVE_INFINITY;
        int explains = 0;
        for (int a = 0; a < steps.get(0).q().length; a++) {
            aPrime[n - 1] = a;
            accumulate(aPrime);
            double distance = Change.distance(dTheta, clipped);
            if (distance < least) {
                least = distance;
                explains = a;
            }
        }
        aPrime[n - 1] = explains;
        return aPrime;
    }

    /** dθ of all steps; returns its norm before clipping. */
    private double accumulate(int[] aPrime) {
        dTheta.clear();
        for (int i = 0; i < steps.size(); i++) {
            network.forward(steps.get(i).s(), 1);
            Tensor L = loss.of(network.values(), new int[] {steps.get(i).a()},
                    new float[] {(float) y(steps.get(i), aPrime[i])}, network.tape());
            network.backward(L);
        }
        return clipping.clip(dTheta);
    }

    private double y(Seen seen, int aPrime) {
        double r = seen.step().reward();
        return seen.step().terminated() ? r : r + hyper.gamma() * seen.qMinus()[aPrime];
    }

    private void printBeginning() {
        String draw = "  ε = " + number(epsilon.at(startT)) + " at T = " + TracePage.count(startT);
        page.line("");
        page.line("update " + ++updates);
        if (updates == 1) {
            page.line("t ← 0", "t = 0");
            page.line("dθ ← 0", "‖dθ‖ = 0");
            page.line("get initial state s", "below, s of the first row");
            if (sarsa) page.line("a ε-greedy on Q(s, ·; θ)", draw);
        }
        page.line("repeat", "below, a row for each step:");
        if (sarsa) {
            page.line("  take a, receive s' and r", "  s' is s in the next row");
            page.line("  a' ε-greedy on Q(s', ·; θ)", draw);
        } else {
            page.line("  take a, ε-greedy", draw);
            page.line("    on Q(s, ·; θ)");
            page.line("  receive s' and r", "  s' is s in the next row");
        }
    }

    private void printSteps() {
        List<List<String>> rows = new ArrayList<>(List.of(STEPS));
        for (int i = 0; i < steps.size(); i++) {
            Seen seen = steps.get(i);
            long ago = steps.size() - 1 - i;
            rows.add(List.of(TracePage.count(t - ago), TracePage.state(seen.s()),
                    TracePage.row(seen.q(), "%.4f"), page.action(seen.a()),
                    number(seen.step().reward()), TracePage.count(T - ago)));
        }
        page.table(rows);
    }

    private void printTargets(int[] aPrime) {
        List<List<String>> rows = new ArrayList<>(List.of(List.of("t", "r", "Q(s', ·; θ⁻)",
                sarsa ? "a'" : "best a'", "y", "Q(s, a; θ)", "y − Q", "c(y − Q)²")));
        double sum = 0;
        for (int i = 0; i < steps.size(); i++) {
            Seen seen = steps.get(i);
            boolean terminal = seen.step().terminated();
            double q = seen.q()[seen.a()];
            double y = y(seen, aPrime[i]);
            double term = hyper.valueCoefficient() * (y - q) * (y - q);
            sum += term;
            rows.add(List.of(TracePage.count(t - steps.size() + 1 + i),
                    number(seen.step().reward()),
                    terminal ? "terminal" : TracePage.row(seen.qMinus(), "%.4f"),
                    terminal ? "" : page.action(aPrime[i]), number(y), number(q), number(y - q),
                    number(term)));
        }
        rows.add(List.of("Σ", "", "", "", "", "", "", number(sum)));
        page.line("  y = r         (terminal s')");
        page.line(sarsa ? "  y = r + γ Q(s', a'; θ⁻)" : "  y = r + γ max Q(s', ·; θ⁻)",
                "  γ = " + hyper.gamma());
        page.line("  accumulate gradients", "below, a row for each step:");
        page.line("    dθ ← dθ");
        page.line("      + ∂(y − Q(s, a; θ))²/∂θ", "  the gradient of c(y − Q)²; c = "
                + hyper.valueCoefficient());
        page.table(rows);
    }

    private void printUpdate(double norm, double eta, Change change) {
        Step last = steps.get(steps.size() - 1).step();
        page.line("  s = s'");
        if (sarsa) page.line("  a = a'");
        page.line("  t ← t + 1", "t = " + TracePage.count(t));
        page.line("  T ← T + 1", "T = " + TracePage.count(T));
        page.line("  if T mod I_target == 0", "I_target = "
                + TracePage.count(hyper.targetInterval()));
        page.line("    θ⁻ ← θ", copies.isEmpty() ? "at none of these steps"
                : "at T = " + String.join(", ", copies));
        page.line("  if t mod I_AsyncUpdate == 0", "t mod " + hyper.updateInterval() + " = "
                + t % hyper.updateInterval());
        page.line("  or s is terminal", TracePage.end("s", last));
        page.line("    beyond 1: ‖dθ‖ ≤ maxNorm",
                TracePage.clipped(norm, Change.norm(dTheta), hyper.maxNorm()));
        page.line("    update of θ by dθ", "η = " + number(eta) + ", " + change);
        page.line("    dθ ← 0", "‖dθ‖ = 0");
        if (last.last()) page.line("  beyond 1: also truncated", "a new episode begins");
        page.line("until T > T_max", "T = " + TracePage.count(T) + ", T_max = "
                + TracePage.count(maxSteps));
    }
}
