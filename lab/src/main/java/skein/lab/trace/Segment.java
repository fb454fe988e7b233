package skein.lab.trace;

import skein.envs.Step;
import skein.nn.GradientClipping;
import skein.nn.Parameters;
import skein.rl.memory.Rollout;
import skein.rl.returns.Returns;

/**
 * The segment between two updates of an algorithm that learns several steps at once: what a trace
 * sees of it, and its own θ' and dθ, to work out the rest. θ' is a copy of θ made when the segment
 * began, which is what the learner's is.
 *
 * <p>The traces go on printing a whole listing each, lines that are alike in two of them included:
 * they are read beside the algorithm's file, line by line.
 */
final class Segment {
    private final Parameters theta;
    private final Parameters dTheta;
    private final Parameters thetaPrime;
    private final Rollout rollout;
    private final float[] returns;
    private final GradientClipping clipping;
    private final int tMax;
    private Step step;                       // the last
    private long t = 1;
    private long tStart;
    private long T;
    private long startT;                     // T when the segment began

    /**
     * Before the first step.
     *
     * @param theta           θ, which a learner changes. Not modified.
     * @param tMax            the most steps
     * @param observationSize how many floats the world shows
     * @param maxNorm         of the gradient
     */
    Segment(Parameters theta, int tMax, int observationSize, double maxNorm) {
        this.theta = theta;
        this.tMax = tMax;
        dTheta = theta.layout().zeros();
        thetaPrime = theta.layout().zeros().withGradient(dTheta);
        rollout = new Rollout(tMax, observationSize);
        returns = new float[tMax];
        clipping = new GradientClipping(maxNorm);
    }

    /** {@return whether no step was seen since the last update} */
    boolean isEmpty() {
        return rollout.size() == 0;
    }

    /** dθ ← 0, θ' ← θ, t_start = t. */
    void begin() {
        dTheta.clear();
        theta.copyTo(thetaPrime);
        tStart = t;
        startT = T;
    }

    /** r_t and s_{t+1} are received. */
    void add(float[] s, int a, Step answer) {
        rollout.add(s, a, answer.reward());
        step = answer;
    }

    /** t ← t + 1, T ← T + 1. */
    void ticked(long now) {
        t++;
        T = now;
    }

    /** {@return R of each step, oldest first; good until the next call} */
    float[] returns(float bootstrap, double gamma) {
        Returns.discounted(rollout.rewards(), rollout.size(), bootstrap, gamma, returns);
        return returns;
    }

    /**
     * Clips dθ, and refuses to go on if it is not the learner's.
     *
     * @param clipped what the optimizer got
     * @return ‖dθ‖ before
     */
    double clip(Parameters clipped) {
        double norm = clipping.clip(dTheta);
        Change.requireSame(dTheta, clipped);
        return norm;
    }

    /** The next step is the first of another. */
    void end() {
        rollout.clear();
    }

    /** {@return dθ, to be accumulated} */
    Parameters dTheta() {
        return dTheta;
    }

    /** {@return θ', whose gradient is dθ} */
    Parameters thetaPrime() {
        return thetaPrime;
    }

    /** {@return the steps so far, oldest first} */
    Rollout rollout() {
        return rollout;
    }

    /** {@return the last step} */
    Step step() {
        return step;
    }

    /** {@return the learner's steps, from 1} */
    long t() {
        return t;
    }

    /** {@return t when it began} */
    long tStart() {
        return tStart;
    }

    /** {@return the steps of all learners} */
    long T() {
        return T;
    }

    /** {@return T when it began} */
    long startT() {
        return startT;
    }

    /** {@return how the step ended that led to s_t} */
    String ending() {
        return TracePage.end("s_" + t, step);
    }

    /** {@return how long it is} */
    String length() {
        return TracePage.length(t - tStart, tMax);
    }
}
