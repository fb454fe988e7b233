package skein.lab.setup;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.Layout;
import skein.nn.LinearAnnealing;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.network.QNetwork;
import skein.rl.policy.Agent;
import skein.rl.policy.QAgent;
import skein.rl.thread.StepCounter;

/** Tries θ + σδ and θ − σδ for a random δ, and moves to the better (Salimans et al. 2017). */
record EvolutionStrategy(Hyper hyper, QNetwork network, Layout layout, String layers)
        implements Method {
    record Hyper(double sigma, double eta) { }

    private static final Algorithms.Preset PRESET = new Algorithms.Preset(0, 1, 300_000, 1,
            new int[] {8}, "shared-rmsprop", 0.9, 0.01, new Hyper(0.1, 0.1));
    static final Algorithms.Entry ENTRY = new Algorithms.Entry("evolution-strategy",
            "Evolution strategy", "Tries both sides of θ, and moves to the better.",
            Discrete.class, PRESET, PRESET, EvolutionStrategy::of);

    private static Method of(Settings settings) {
        QNetwork q = new QNetwork(settings.trunk(new Layout()), settings.actions());
        return new EvolutionStrategy(settings.hyper(Hyper.class), q, q.layout(), q.layers());
    }

    @Override public Agent agent(Parameters theta, boolean greedy) {
        return new QAgent(network, theta, 0);                // takes what scores best
    }

    @Override public Learner learner(Parameters theta, Optimizer optimizer, StepCounter T,
                                     Supplier<Environment> worlds, RandomGenerator rng) {
        Environment env = worlds.get();
        LinearAnnealing eta = new LinearAnnealing(hyper.eta(), T.maxSteps());
        return Learner.withoutEntropy(() -> {
            Parameters delta = layout.zeros();
            float[] d = delta.values();
            while (!T.exceeded()) {
                for (int i = 0; i < d.length; i++) d[i] = (float) rng.nextGaussian();
                double gain = play(theta, d, hyper.sigma(), T, env, rng)
                        - play(theta, d, -hyper.sigma(), T, env, rng);
                for (int i = 0; i < d.length; i++) d[i] *= (float) -gain;
                optimizer.update(delta, eta.at(T.get()));    // as if it were dθ
            }
        });
    }

    /** An episode with θ + σδ; the sum of its rewards. */
    private double play(Parameters theta, float[] delta, double sigma, StepCounter T,
                        Environment env, RandomGenerator rng) {
        Parameters moved = theta.copy();
        for (int i = 0; i < delta.length; i++) moved.values()[i] += (float) sigma * delta[i];
        Agent agent = agent(moved, true);
        double sum = 0;
        Step step = new Step(env.reset(rng), 0, false, false);
        for (; !step.last(); T.tick()) {
            step = agent.act(env, step.observation(), rng);
            sum += step.reward();
        }
        return sum;
    }
}
