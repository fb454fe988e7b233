package skein.rl.policy;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Parameters;
import skein.rl.network.ActorCritic;
import skein.rl.network.ActorCriticNetwork;
import skein.tensor.Tensor;

/** Acts as π(a | s; θ) of an actor-critic says. */
public final class ActorCriticAgent implements Agent {
    private final ActorCritic network;
    private final boolean greedy;
    private final double[] probabilities;
    private float[] last = {};

    /**
     * Puts a policy to work.
     *
     * @param definition the network
     * @param theta      its parameters; not copied, not modified
     * @param greedy     whether to take the most probable action instead of drawing one
     */
    public ActorCriticAgent(ActorCriticNetwork definition, Parameters theta, boolean greedy) {
        network = new ActorCritic(definition, theta);
        this.greedy = greedy;
        probabilities = new double[definition.actions()];
    }

    @Override public void startEpisode() {
        network.startEpisode();
    }

    @Override public Step act(Environment env, float[] s, RandomGenerator rng) {
        last = s;
        network.startSegment();
        Tensor logits = network.logits(s);
        Categorical.probabilities(logits, probabilities);
        return env.step(greedy ? Categorical.greedy(logits) : Categorical.sample(logits, rng));
    }

    @Override public boolean greedy() {
        return greedy;
    }

    @Override public double[] probabilities() {
        return probabilities.clone();
    }

    @Override public double value() {
        network.forward(last, 1);                // with what was remembered before the last state
        return network.values().item();
    }
}
