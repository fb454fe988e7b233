package skein.lab.setup;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.nn.LinearAnnealing;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.network.QNetwork;
import skein.rl.policy.Agent;
import skein.rl.policy.QAgent;
import skein.rl.telemetry.Learner;
import skein.rl.thread.StepCounter;

/** Tries θ + σδ and θ − σδ for a random δ, and moves to the better (Salimans et al. 2017). */
record EvolutionStrategy(QNetwork network, Parameters theta, Optimizer optimizer, StepCounter T,
                         Environment env, RandomGenerator rng, Hyper hyper) implements Learner {
    record Hyper(double sigma, double eta) { }

    private static final Algorithms.Preset PRESET = new Algorithms.Preset(0, 1, 300_000, 1,
            new int[] {8}, "shared-rmsprop", 0.9, 0.01, new Hyper(0.1, 0.1));
    static final Algorithms.Entry ENTRY = Algorithms.numbered("evolution-strategy",
            "Evolution strategy", "Tries both sides of θ, and moves to the better.", PRESET, PRESET,
            settings -> new QMethod(settings, false,
                    (network, theta, thetaMinus, optimizer, T, env, rng) -> new EvolutionStrategy(
                    network, theta, optimizer, T, env, rng, settings.hyper(Hyper.class))));

    @Override public void run() {
        LinearAnnealing eta = new LinearAnnealing(hyper.eta(), T.maxSteps());
        Parameters delta = theta.layout().zeros();
        float[] d = delta.values();
        while (!T.exceeded()) {
            for (int i = 0; i < d.length; i++) d[i] = (float) rng.nextGaussian();
            double gain = play(hyper.sigma(), d) - play(-hyper.sigma(), d);
            for (int i = 0; i < d.length; i++) d[i] *= (float) -gain;
            optimizer.update(delta, eta.at(T.get()));        // as if it were dθ
        }
    }

    /** An episode with θ + σδ; the sum of its rewards. */
    private double play(double sigma, float[] delta) {
        Parameters moved = theta.copy();
        for (int i = 0; i < delta.length; i++) moved.values()[i] += (float) sigma * delta[i];
        Agent agent = new QAgent(network, moved, 0);         // takes what scores best
        double sum = 0;
        Step step = new Step(env.reset(rng), 0, false, false);
        for (; !step.last(); T.tick()) {
            step = agent.act(env, step.observation(), rng);
            sum += step.reward();
        }
        return sum;
    }
}
