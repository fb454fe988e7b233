package skein.lab;

import java.io.IOException;
import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.World;
import skein.envs.render.Choice;
import skein.rl.network.ActorCritic;
import skein.rl.policy.Categorical;
import skein.tensor.Tensor;

/** A trained agent that plays for whoever watches. */
final class Performance {
    private final World world;
    private final Environment env;
    private final ActorCritic network;
    private final RandomGenerator rng;
    private final boolean greedy;
    private volatile boolean stopped;

    Performance(LoadedRun run, RandomGenerator rng, boolean greedy) {
        world = run.settings().findWorld();
        env = world.make();
        network = new ActorCritic(run.network(), run.theta());
        this.rng = rng;
        this.greedy = greedy;
    }

    World world() {
        return world;
    }

    /** Ends the episode after the step that is shown; any thread may ask for it. */
    void stop() {
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    /** Plays an episode; returns its last step, or the one after which nobody looked any more. */
    Result play(int episode, Stage stage) throws IOException {
        float[] s = env.reset(rng);
        network.startEpisode();
        Step step;
        double total = 0;
        int t = 0;
        do {
            Choice choice = choose(s);
            stage.show(new Moment(world, env, s, choice, episode, t, total));
            step = env.step(choice.action());
            s = step.observation();
            total += step.reward();
            t++;
        } while (!step.last() && stage.isOpen() && !stopped);
        stage.show(new Moment(world, env, s, Choice.NONE, episode, t, total));
        return new Result(t, total, step);
    }

    /** V comes first: a memory keeps what the policy has seen, and nothing twice. */
    private Choice choose(float[] s) {
        float value = network.value(s);
        Tensor logits = network.logits(s);
        int action = greedy ? Categorical.greedy(logits) : Categorical.sample(logits, rng);
        return new Choice(Categorical.probabilities(logits), action, value);
    }

    /**
     * How an episode ended.
     *
     * @param t     steps
     * @param total what they paid
     * @param last  the last one
     */
    record Result(int t, double total, Step last) {
        String ending() {
            if (!last.last()) return "stopped";
            return last.terminated() ? "it ended by itself" : "cut by the clock";
        }
    }
}
