package skein.lab.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.World;
import skein.envs.Wrapper;
import skein.envs.render.Choice;
import skein.lab.run.LoadedRun;
import skein.rl.policy.Agent;

/** A trained agent that plays for whoever watches. */
public final class Performance {
    private static final int NOT_NUMBERED = -1;

    private final World world;
    private final Environment env;
    private final Agent agent;
    private final RandomGenerator rng;
    private volatile boolean stopped;

    /**
     * Of what a run has learned.
     *
     * @param run    read back
     * @param rng    all chance
     * @param greedy whether the agent takes what it thinks best
     */
    public Performance(LoadedRun run, RandomGenerator rng, boolean greedy) {
        this(run.settings().findWorld(), run.agent(greedy), rng);
    }

    /**
     * Of an agent in a new world.
     *
     * @param world what is played
     * @param agent who plays
     * @param rng   all chance
     */
    public Performance(World world, Agent agent, RandomGenerator rng) {
        this.world = world;
        this.agent = agent;
        this.rng = rng;
        env = world.make();
    }

    /** {@return what is played} */
    public World world() {
        return world;
    }

    /** Ends the episode after the step that is shown; any thread may ask for it. */
    public void stop() {
        stopped = true;
    }

    /** {@return whether somebody asked it to stop} */
    public boolean isStopped() {
        return stopped;
    }

    /**
     * Plays an episode to its end, or until nobody looks any more.
     *
     * @param episode its number, from 1
     * @param stage   where it is shown
     * @return how it ended
     * @throws IOException if it cannot be shown
     */
    public Result play(int episode, Stage stage) throws IOException {
        Curtain curtain = new Curtain(stage, episode);
        curtain.s = env.reset(rng);
        agent.startEpisode();
        Step step;
        try {
            do {
                step = agent.act(curtain, curtain.s, rng);
                curtain.s = step.observation();
                curtain.total += step.reward();
                curtain.t++;
            } while (!step.last() && stage.isOpen() && !stopped);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        stage.show(curtain.moment(Choice.NONE));
        return new Result(curtain.t, curtain.total, step);
    }

    /**
     * The world as it is handed to the agent: when the agent has chosen, and before its action is
     * taken, both are shown.
     */
    private final class Curtain extends Wrapper {
        private final Stage stage;
        private final int episode;
        private float[] s;
        private double total;
        private int t;

        Curtain(Stage stage, int episode) {
            super(Performance.this.env);
            this.stage = stage;
            this.episode = episode;
        }

        Moment moment(Choice choice) {
            return new Moment(world, env, s, choice, episode, t, total);
        }

        @Override public Step step(int action) {
            show(new Choice(agent.probabilities(), action, agent.value()));
            return env.step(action);
        }

        @Override public Step step(float[] action) {
            show(new Choice(agent.probabilities(), NOT_NUMBERED, agent.value(), action));
            return env.step(action);
        }

        private void show(Choice choice) {
            try {
                stage.show(moment(choice));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * How an episode ended.
     *
     * @param t     steps
     * @param total what they paid
     * @param last  the last one
     */
    public record Result(int t, double total, Step last) {
        /** {@return how, in words} */
        public String ending() {
            if (!last.last()) return "stopped";
            return last.terminated() ? "it ended by itself" : "cut by the clock";
        }
    }
}
