package skein.rl.policy;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Parameters;
import skein.rl.network.QNetwork;
import skein.rl.network.QValues;
import skein.tensor.Tensor;

/** Acts as Q(s, a; θ) says, ε-greedily with an ε that does not change. */
public final class QAgent implements Agent {
    private final QValues network;
    private final double epsilon;
    private final double[] probabilities;
    private double value;

    /**
     * Puts a network's values to work.
     *
     * @param definition the network
     * @param theta      its parameters; not copied, not modified
     * @param epsilon    ε in [0, 1]; 0 always takes the best action
     */
    public QAgent(QNetwork definition, Parameters theta, double epsilon) {
        if (!(epsilon >= 0 && epsilon <= 1)) {
            throw new IllegalArgumentException("epsilon must be in [0, 1], but got " + epsilon
                    + ".");
        }
        network = new QValues(definition, theta);
        this.epsilon = epsilon;
        probabilities = new double[definition.actions()];
    }

    @Override public void startEpisode() {
        // Q(s, a) depends on s alone: there is nothing to forget.
    }

    @Override public Step act(Environment env, float[] s, RandomGenerator rng) {
        Tensor q = network.of(s);
        EpsilonGreedy.probabilities(q, epsilon, probabilities);
        value = q.get(EpsilonGreedy.greedy(q));
        return env.step(EpsilonGreedy.sample(q, epsilon, rng));
    }

    @Override public boolean greedy() {
        return epsilon == 0;
    }

    /** {@return ε, what of its actions is left to chance} */
    public double epsilon() {
        return epsilon;
    }

    @Override public double[] probabilities() {
        return probabilities.clone();
    }

    @Override public double value() {
        return value;
    }
}
