package skein.rl.memory;

import skein.rl.policy.Categorical;
import skein.tensor.Tensor;

/**
 * The steps of N worlds that go side by side, [t_max · N]: first the first step of each world, then
 * the second of each, and so on; row t N + n is step t of world n. World n's next step is N rows
 * further on, unless its episode ended there.
 *
 * <pre>{@code
 * rollouts.begin(s, logits, values);           // a step of all worlds
 * rollouts.add(n, a, r);                       //   in world n
 * rollouts.end(n, value);                      //     if its episode ended there
 * rollouts.bootstrap(values);                  // after the last step
 * }</pre>
 */
public final class Rollouts {
    private final int steps;
    private final int worlds;
    private final int observationSize;
    private final int actionCount;
    private final Samples samples;           // rows [capacity]
    private final float[] rewards;           // [capacity]
    private final float[] nextValues;        // [capacity]

    /**
     * An empty memory.
     *
     * @param steps           the most steps of each world, t_max ≥ 1
     * @param worlds          N ≥ 1
     * @param observationSize I, floats in an observation
     * @param actionCount     A, actions to choose from
     */
    public Rollouts(int steps, int worlds, int observationSize, int actionCount) {
        if (steps < 1 || worlds < 1) {
            throw new IllegalArgumentException("Rollouts are of at least 1 step of 1 world, but "
                    + "t_max is " + steps + " and there are " + worlds + " worlds.");
        }
        this.steps = steps;
        this.worlds = worlds;
        this.observationSize = observationSize;
        this.actionCount = actionCount;
        samples = new Samples(steps * worlds, observationSize, actionCount);
        rewards = new float[steps * worlds];
        nextValues = new float[steps * worlds];
    }

    /**
     * {@return minibatches of what is here, when they are shuffled}
     *
     * @param count     M ≥ 1, how many
     * @param sequences whether all steps of a world stay together, as an LSTM needs them
     */
    public Minibatches minibatches(int count, boolean sequences) {
        return new Minibatches(samples, steps * worlds, sequences ? steps : 1, count,
                observationSize, actionCount);
    }

    /** Forgets all steps. */
    public void clear() {
        samples.clear();
    }

    /**
     * Begins a step of all worlds.
     *
     * @param s      what is observed in each, s_t [N][I]; copied
     * @param logits of π(· | s_t; θ), [N, A]; copied
     * @param values V(s_t; θ), [N]; copied. They are also what the step before led to.
     */
    public void begin(float[][] s, Tensor logits, Tensor values) {
        bootstrap(values);
        for (int n = 0; n < worlds; n++) samples.add(s[n], logits.data(), n, values.get(n));
    }

    /**
     * What was done in one world in this step, and what it brought. Its episode goes on.
     *
     * @param n which world
     * @param a the action, a_t
     * @param r the reward, r_t
     */
    public void add(int n, int a, double r) {
        int i = samples.size() - worlds + n;
        samples.actions()[i] = a;
        samples.logPi()[i] = Categorical.logProbability(samples.logits(), i, actionCount, a);
        rewards[i] = (float) r;
    }

    /**
     * The step just added was its episode's last one; the world begins another.
     *
     * @param n     which world
     * @param value what could have followed: 0 at a real end, V(s_t+1) if only the clock ended it
     */
    public void end(int n, float value) {
        int i = samples.size() - worlds + n;
        nextValues[i] = value;
        samples.last()[i] = true;
    }

    /**
     * What the last step led to, where the episode goes on.
     *
     * @param values V(s; θ) of where each world is now, [N]; copied
     */
    public void bootstrap(Tensor values) {
        int row = samples.size() - worlds;
        if (row < 0) return;                 // there was no step yet
        for (int n = 0; n < worlds; n++) {
            if (!samples.last()[row + n]) nextValues[row + n] = values.get(n);
        }
    }

    /** {@return what there is to learn from, row by row; the rollouts' own} */
    public Samples samples() {
        return samples;
    }

    /** {@return N, the number of worlds} */
    public int worlds() {
        return worlds;
    }

    /** {@return r_i, [t · N]; the rollouts' own array, with old entries behind} */
    public float[] rewards() {
        return rewards;
    }

    /** {@return V of what step i led to, 0 after a real end, [t · N]; the rollouts' own array} */
    public float[] nextValues() {
        return nextValues;
    }
}
