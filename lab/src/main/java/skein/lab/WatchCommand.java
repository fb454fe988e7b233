package skein.lab;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.World;
import skein.rl.policy.Agent;
import skein.rl.thread.ActorLearners;

/** {@code skein watch}: plays a trained agent in the terminal. */
@Command(name = "watch", description = "Plays a trained agent in the terminal.",
        sortOptions = false, mixinStandardHelpOptions = true)
final class WatchCommand implements CliCommand {
    private static final String UP = "\033[%dA\r";           // the cursor, so many lines

    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run;
    @Option(names = "--episodes", paramLabel = "N", defaultValue = "1",
            description = "Default: ${DEFAULT-VALUE}.")
    private int episodes;
    @Option(names = "--fps", paramLabel = "N", defaultValue = "50",
            description = "Pictures a second, on a terminal. Default: ${DEFAULT-VALUE}.")
    private int fps;
    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Default: ${DEFAULT-VALUE}.")
    private long seed;
    @Option(names = "--greedy",
            description = "Take the most probable action instead of drawing one from the policy.")
    private boolean greedy;

    private final PrintStream screen;

    WatchCommand(PrintStream screen) {
        this.screen = screen;
    }

    @Override public Integer call() throws InterruptedException {
        if (episodes < 1) {
            throw new UserError("--episodes must be at least 1, but got " + episodes + ".");
        }
        if (fps < 1 || fps > 1000) {
            throw new UserError("--fps must be 1 .. 1000, but got " + fps + ".");
        }
        LoadedRun loaded = LoadedRun.from(run);
        World world = loaded.settings().findWorld();
        Agent agent = loaded.agent(greedy);
        Environment env = world.make();
        RandomGenerator rng = ActorLearners.generator(seed);
        for (int k = 1; k <= episodes && !screen.checkError(); k++) {
            play(k, world, env, agent, rng);
        }
        return 0;
    }

    private void play(int episode, World world, Environment env, Agent agent,
                      RandomGenerator rng) throws InterruptedException {
        float[] s = env.reset(rng);
        agent.startEpisode();
        Step step;
        double total = 0;
        int t = 0;
        show(true, world, env, caption(episode, t, total));
        do {
            step = agent.act(env, s, rng);
            s = step.observation();
            total += step.reward();
            t++;
            show(false, world, env, caption(episode, t, total));
        } while (!step.last() && !screen.checkError());
        screen.println(String.format(Locale.ROOT, "Episode %d: %d steps, return %.1f, %s.",
                episode, t, total, step.terminated() ? "it ended by itself" : "cut by the clock"));
    }

    private static String caption(int episode, int t, double total) {
        return String.format(Locale.ROOT, "episode %d    t = %-4d    return %.1f",
                episode, t, total);
    }

    /** On a terminal each picture covers the one before; in a file they follow each other. */
    private void show(boolean first, World world, Environment env, String caption)
            throws InterruptedException {
        String picture = world.renderer().frame(env) + "\n" + caption;
        boolean terminal = Integer.getInteger(LiveLine.COLUMNS_PROPERTY, 0) > 0;
        if (terminal && !first) screen.printf(UP, picture.lines().count());
        screen.println(picture);
        screen.flush();
        if (terminal) Thread.sleep(1000 / fps);
    }
}
