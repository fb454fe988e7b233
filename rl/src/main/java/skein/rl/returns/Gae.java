package skein.rl.returns;

import skein.rl.memory.Rollouts;
import skein.rl.memory.Samples;

/**
 * Generalized advantage estimates (Schulman et al., <i>High-dimensional continuous control using
 * generalized advantage estimation</i>, 2016):
 *
 * <pre>
 *   δ_t = r_t + γ V(s_t+1) − V(s_t)              V(s_t+1) = 0 after a real end
 *   A_t = Σ_l (γλ)^l δ_t+l                       the sum ends with the episode or the segment
 * </pre>
 *
 * <p>λ = 1 gives R_t − V(s_t), the advantage over the longest return that the segment can give, as
 * in A3C; λ = 0 gives δ_t, that of one step. In between, later steps count less.
 *
 * @param gamma  γ, the discount, in [0, 1]
 * @param lambda λ, in [0, 1]; 0.95 in many programs, between bias (0) and variance (1)
 */
public record Gae(double gamma, double lambda) {
    private static final double SMALLEST_DEVIATION = 1e-8;   // added: equal advantages become 0

    /** Refuses what is no discount. */
    public Gae {
        check("gamma", gamma);
        check("lambda", lambda);
    }

    private static void check(String name, double value) {
        if (value >= 0 && value <= 1) return;
        throw new IllegalArgumentException(name + " must be in [0, 1], but got " + value + ".");
    }

    /**
     * Writes the advantages and returns, R = A + V, of all rows.
     *
     * @param rollouts of N worlds, after their bootstrap. Their samples are modified.
     */
    public void estimate(Rollouts rollouts) {
        Samples samples = rollouts.samples();
        float[] A = samples.advantages();
        advantages(rollouts.rewards(), samples.values(), rollouts.nextValues(), samples.last(),
                samples.size(), rollouts.worlds(), A);
        for (int i = 0; i < samples.size(); i++) samples.returns()[i] = A[i] + samples.values()[i];
    }

    /**
     * The estimate itself, for each world by itself, from its last step back:
     *
     * <pre>  A_t = δ_t + γλ A_t+1,   A_t+1 = 0 if an episode ended with step t</pre>
     *
     * @param rewards    r_i, [t · N]; not modified
     * @param values     V(s_i), [t · N]; not modified
     * @param nextValues V of what step i led to: 0 after a real end, [t · N]; not modified
     * @param last       whether an episode ended with step i, in either way, [t · N]; not modified
     * @param size       t · N; arrays may be longer
     * @param worlds     N: world n's next step is N rows further on
     * @param advantages receives A_i, [t · N]. Modified.
     */
    public void advantages(float[] rewards, float[] values, float[] nextValues, boolean[] last,
                           int size, int worlds, float[] advantages) {
        for (int n = 0; n < worlds; n++) {
            double A = 0;
            for (int i = size - worlds + n; i >= 0; i -= worlds) {
                double delta = rewards[i] + gamma * nextValues[i] - values[i];
                A = delta + (last[i] ? 0 : gamma * lambda * A);
                advantages[i] = (float) A;
            }
        }
    }

    /**
     * Gives advantages mean 0 and standard deviation 1 (with 1/(n − 1)).
     *
     * @param samples n of them; their advantages are modified
     */
    public static void standardize(Samples samples) {
        float[] A = samples.advantages();
        int n = samples.size();
        double mean = 0;
        for (int i = 0; i < n; i++) mean += A[i] / (double) n;
        double squares = 0;
        for (int i = 0; i < n; i++) squares += (A[i] - mean) * (A[i] - mean);
        double deviation = Math.sqrt(squares / Math.max(1, n - 1)) + SMALLEST_DEVIATION;
        for (int i = 0; i < n; i++) A[i] = (float) ((A[i] - mean) / deviation);
    }
}
