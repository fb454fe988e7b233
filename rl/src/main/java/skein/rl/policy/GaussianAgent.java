package skein.rl.policy;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Parameters;
import skein.rl.network.GaussianActorCritic;
import skein.rl.network.GaussianNetwork;

/** Acts as the Gaussian policy of a {@link GaussianNetwork} says. */
public final class GaussianAgent implements Agent {
    private static final double[] NOT_NUMBERED = {};

    private final GaussianActorCritic network;
    private final boolean greedy;
    private final float[] a;                 // [K]
    private float[] last = {};

    /**
     * Puts a policy to work.
     *
     * @param definition the network
     * @param theta      its parameters; not copied, not modified
     * @param greedy     whether to take the mean action instead of drawing one
     */
    public GaussianAgent(GaussianNetwork definition, Parameters theta, boolean greedy) {
        network = new GaussianActorCritic(definition, theta);
        this.greedy = greedy;
        a = new float[definition.dimensions()];
    }

    @Override public void startEpisode() {
        network.startEpisode();
    }

    @Override public Step act(Environment env, float[] s, RandomGenerator rng) {
        last = s;
        network.startSegment();
        network.look(s);
        return env.step(greedy ? Gaussian.greedy(network.mean(), a)
                : Gaussian.sample(network.mean(), network.variance(), rng, a));
    }

    @Override public boolean greedy() {
        return greedy;
    }

    @Override public double[] probabilities() {
        return NOT_NUMBERED;
    }

    @Override public double value() {
        network.forward(last, 1);                // with what was remembered before the last state
        return network.values().item();
    }
}
