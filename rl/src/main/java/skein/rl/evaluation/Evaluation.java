package skein.rl.evaluation;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Parameters;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.policy.ActorCriticAgent;
import skein.rl.policy.Agent;

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
     * @param agent    acts; of a copy of θ if another thread changes θ meanwhile, otherwise the
     *                 result is of no one policy
     * @param env      a world that nobody else uses; must end its episodes
     * @param rng      a source of chance that nobody else uses
     * @param episodes how many, ≥ 1
     * @return the result
     */
    public static Evaluation of(Agent agent, Environment env, RandomGenerator rng, int episodes) {
        if (episodes < 1) {
            throw new IllegalArgumentException("episodes must be at least 1, but got " + episodes
                    + ".");
        }
        double sum = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < episodes; k++) {
            double total = play(agent, env, rng);
            sum += total;
            min = Math.min(min, total);
            max = Math.max(max, total);
        }
        return new Evaluation(episodes, sum / episodes, min, max, agent.greedy());
    }

    /**
     * The same for an actor-critic.
     *
     * @param definition the network
     * @param theta      its parameters; not modified
     * @param env        a world that nobody else uses; must end its episodes
     * @param rng        a source of chance that nobody else uses
     * @param episodes   how many, ≥ 1
     * @param greedy     whether to take the most probable action instead of drawing one
     * @return the result
     */
    public static Evaluation of(ActorCriticNetwork definition, Parameters theta, Environment env,
                                RandomGenerator rng, int episodes, boolean greedy) {
        return of(new ActorCriticAgent(definition, theta, greedy), env, rng, episodes);
    }

    private static double play(Agent agent, Environment env, RandomGenerator rng) {
        double total = 0;
        float[] s = env.reset(rng);
        agent.startEpisode();
        Step step;
        do {
            step = agent.act(env, s, rng);
            total += step.reward();
            s = step.observation();
        } while (!step.last());
        return total;
    }
}
