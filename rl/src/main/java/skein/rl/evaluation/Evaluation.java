package skein.rl.evaluation;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Parameters;
import skein.rl.network.ActorCritic;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.policy.Categorical;
import skein.tensor.Tensor;

/**
 * What a policy earned in whole episodes of a world of its own; nothing was learned meanwhile.
 *
 * @param episodes how many were played, ≥ 1
 * @param mean     mean of their undiscounted returns
 * @param min      the worst
 * @param max      the best
 * @param greedy   whether the most probable action was taken; otherwise actions were drawn from π
 */
public record Evaluation(int episodes, double mean, double min, double max, boolean greedy) {
    /**
     * Plays episodes to their end.
     *
     * @param definition the network
     * @param theta      its parameters; not modified. If another thread changes them meanwhile, the
     *                   result is of no one policy: hand over a copy.
     * @param env        a world that nobody else uses; must end its episodes
     * @param rng        a source of chance that nobody else uses
     * @param episodes   how many, ≥ 1
     * @param greedy     whether to take the most probable action instead of drawing one
     * @return the result
     */
    public static Evaluation of(ActorCriticNetwork definition, Parameters theta, Environment env,
                                RandomGenerator rng, int episodes, boolean greedy) {
        if (episodes < 1) {
            throw new IllegalArgumentException("episodes must be at least 1, but got " + episodes
                    + ".");
        }
        ActorCritic network = new ActorCritic(definition, theta);
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < episodes; k++) {
            double total = play(network, env, rng, greedy);
            sum += total;
            min = Math.min(min, total);
            max = Math.max(max, total);
        }
        return new Evaluation(episodes, sum / episodes, min, max, greedy);
    }

    private static double play(ActorCritic network, Environment env, RandomGenerator rng,
                               boolean greedy) {
        double total = 0;
        float[] s = env.reset(rng);
        Step step;
        do {
            Tensor logits = network.logits(s);
            int a = greedy ? Categorical.greedy(logits) : Categorical.sample(logits, rng);
            step = env.step(a);
            total += step.reward();
            s = step.observation();
        } while (!step.last());
        return total;
    }
}
