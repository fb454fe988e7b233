package skein.lab.trace;

import static skein.lab.trace.TracePage.number;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import skein.envs.Step;
import skein.lab.notebook.Line;
import skein.lab.setup.ActorCriticMethod;
import skein.lab.setup.Settings;
import skein.nn.Parameters;
import skein.rl.algorithm.A3C;
import skein.rl.loss.ActorCriticLoss;
import skein.rl.memory.Rollout;
import skein.rl.network.ActorCritic;
import skein.rl.network.ActorCriticNetwork;

/**
 * Explains one update of A3C as {@link ActorCriticTrace} does, but in the order in which Algorithm
 * S3 executes its lines: its loops are unrolled, and dθ grows state by state, which A3C does as one
 * batch. It refuses to go on if that leads to another gradient than A3C's.
 */
public final class ActorCriticLines implements Probe.Watcher {
    private final A3C.Hyper hyper;
    private final long maxSteps;
    private final int wanted;
    private final List<String> actions;
    private final Segment segment;
    private final ActorCritic network;
    private final ActorCriticLoss loss;
    private final List<Line> lines = new ArrayList<>();
    private float R = Float.NaN;             // as long as there is none
    private int updates;

    /**
     * Of a learner with these settings.
     *
     * @param wanted  which update is to be explained, from 1
     * @param actions what the world's actions are called
     */
    ActorCriticLines(ActorCriticNetwork definition, Parameters theta, A3C.Hyper hyper,
                     long maxSteps, int wanted, List<String> actions) {
        this.hyper = hyper;
        this.maxSteps = maxSteps;
        this.wanted = wanted;
        this.actions = actions;
        segment = new Segment(theta, hyper.tMax(), definition.observationSize(),
                hyper.maxNorm());
        network = new ActorCritic(definition, segment.thetaPrime());
        loss = new ActorCriticLoss(hyper.beta(), hyper.valueCoefficient());
    }

    /**
     * {@return what each line of A3C did in one of its updates, in the order of execution; empty if
     * the update never came}
     *
     * @param settings of one thread, checked; the algorithm is a3c
     * @param update   which, from 1
     */
    public static List<Line> of(Settings settings, int update) {
        ActorCriticLines[] lines = new ActorCriticLines[1];
        new TracedRun(settings, update, (method, theta) -> lines[0] = new ActorCriticLines(
                ((ActorCriticMethod) method).network(), theta, settings.hyper(A3C.Hyper.class),
                settings.steps(), update, settings.findWorld().make().actionNames())).run();
        return lines[0].lines();
    }

    /** {@return the lines of the update that was wanted; empty if it never came} */
    List<Line> lines() {
        return List.copyOf(lines);
    }

    @Override public void began() {
    }

    @Override public void acted(float[] s, int a, Step answer) {
        if (segment.isEmpty()) startSegment();
        float[] pi = TracePage.floats(network.logits(s).softmax());
        segment.add(s, a, answer);
        long t = segment.t();
        say("a_t ~ π(a_t | s_t; θ')", "s_" + t + " = (" + TracePage.row(s, "%.4f") + ")\nπ = ("
                + TracePage.row(pi, "%.4f") + "), drawn: a_" + t + " = " + a + " "
                + actions.get(a));
        say("receive r_t and s_t+1", "r_" + t + " = " + number(answer.reward()) + "\ns_" + (t + 1)
                + " = (" + TracePage.row(answer.observation(), "%.4f") + ")");
    }

    private void startSegment() {
        segment.begin();
        R = Float.NaN;
        say("dθ ← 0 and dθ_v ← 0", "all " + segment.dTheta().size() + " elements are 0");
        say("θ' = θ and θ'_v = θ_v", "‖θ'‖ = " + number(Change.norm(segment.thetaPrime())));
        say("t_start = t", "t_start = " + segment.tStart());
    }

    @Override public void ticked(long now) {
        segment.ticked(now);
        say("t ← t + 1", "t = " + segment.t());
        say("T ← T + 1", "T = " + segment.T());
        say("until terminal s_t", segment.ending());
        if (segment.step().last()) return;
        boolean full = segment.rollout().size() == hyper.tMax();
        say("or t − t_start == t_max",
                segment.length() + (full ? ": the segment is full" : ": once more"));
    }

    @Override public void updated(Parameters clipped, double eta, Change change) {
        Step last = segment.step();
        R = last.terminated() ? 0 : network.value(last.observation());
        say(last.terminated() ? "R = 0 for terminal s_t" : "V(s_t; θ'_v) otherwise",
                last.terminated() ? "R = 0" : "R = V(s_" + segment.t() + "; θ'_v) = " + number(R));
        float[] returns = segment.returns(R, hyper.gamma());
        for (int i = segment.rollout().size() - 1; i >= 0; i--) accumulate(i, returns[i]);
        double norm = segment.clip(clipped);
        say("beyond S3: ‖dθ‖ ≤ maxNorm",
                TracePage.clipped(norm, Change.norm(segment.dTheta()), hyper.maxNorm()));
        say("update of θ and θ_v", "η = " + number(eta) + "\n" + change);
        if (last.last()) say("beyond S3: also truncated", "a new episode begins");
        say("until T > T_max", "T = " + TracePage.count(segment.T()) + ", T_max = "
                + TracePage.count(maxSteps));
        segment.end();
        updates++;
    }

    /** What the listing does for one i. */
    private void accumulate(int i, float next) {
        float before = R;
        Rollout rollout = segment.rollout();
        say("for i ∈ {t−1, ..., t_start}", "i = " + (segment.tStart() + i));
        R = next;
        say("R ← r_i + γR", "R = " + number(rollout.rewards()[i]) + " + " + hyper.gamma() + " · "
                + number(before) + " = " + number(R));
        network.forward(row(i), 1);
        int[] a = {rollout.actions()[i]};
        double V = network.values().get(0);
        double H = network.logits().entropy().get(0);
        double logPi = network.logits().logSoftmax().pick(a).get(0);
        String s = "s_" + (segment.tStart() + i);
        String action = actions.get(a[0]);
        say("dθ ← dθ + ∇log π·(R − V)", "R − V(" + s + ") = " + number(R) + " − " + number(V)
                + " = " + number(R - V) + "\nlog π(" + action + " | " + s + ") = " + number(logPi)
                + ": " + action + " becomes " + (R > V ? "more" : "less") + " likely there");
        say("+ β∇H (section 4)", "H(π(· | " + s + ")) = " + number(H) + ", β = " + hyper.beta());
        network.backward(loss.of(network.logits(), network.values(), a, new float[] {R},
                network.tape()));
        say("dθ_v ← dθ_v + ∂(R − V)²", "c (R − V)² = " + hyper.valueCoefficient() + " · "
                + number((R - V) * (R - V)) + ": V(" + s + ") goes " + (R > V ? "up" : "down")
                + "\nall three terms of this i are in dθ now");
    }

    private float[] row(int i) {
        float[] observations = segment.rollout().observations();
        int size = observations.length / hyper.tMax();
        return Arrays.copyOfRange(observations, i * size, (i + 1) * size);
    }

    private void say(String pseudocode, String outcome) {
        if (updates != wanted - 1) return;
        lines.add(new Line(pseudocode, outcome, "t = " + segment.t() + "   T = " + segment.T()
                + "   R = " + (Float.isNaN(R) ? "–" : number(R)) + "   ‖dθ‖ = "
                + number(Change.norm(segment.dTheta()))));
    }
}
