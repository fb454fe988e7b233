package skein.lab;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.World;
import skein.envs.Worlds;
import skein.rl.thread.ActorLearners;

/** {@code skein play}: a person plays, with the keyboard. */
@Command(name = "play", sortOptions = false, mixinStandardHelpOptions = true,
        description = "Lets you play, with arrows or WASD; the world waits for each key.")
final class PlayCommand implements CliCommand {
    private static final int MOST_FPS = 1000;
    private static final String QUIT = "q";

    @Parameters(paramLabel = "WORLD", description = "Where to play; see ./skein list.")
    private String name;
    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Default: ${DEFAULT-VALUE}.")
    private long seed;
    @Option(names = "--fps", paramLabel = "N",
            description = "Go on by itself, N steps a second, also when no key is pressed.")
    private Integer fps;

    private final PrintStream screen;
    private World world;
    private Environment env;
    private double total;
    private int t;

    PlayCommand(PrintStream screen) {
        this.screen = screen;
    }

    @Override public Integer call() throws IOException {
        if (fps != null && (fps < 1 || fps > MOST_FPS)) {
            throw new UserError("--fps must be 1 .. " + MOST_FPS + ", but got " + fps + ".");
        }
        try {
            world = Worlds.named(name);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
        env = world.make();
        env.reset(ActorLearners.generator(seed));
        Step last;
        try (Keys keys = Keys.ofStandardInput()) {
            last = play(keys);
        }
        String ending = last == null || !last.last() ? "you stopped"
                : last.terminated() ? "it ended by itself" : "cut by the clock";
        screen.println(String.format(Locale.ROOT, "You played %d %s: return %s, %s.", t,
                t == 1 ? "step" : "steps", Moment.number(total), ending));
        return 0;
    }

    /** Returns the last step; null if there was none. */
    private Step play(Keys keys) throws IOException {
        Controls controls = Controls.of(env);
        TerminalStage stage = new TerminalStage(screen, 0);
        screen.println(controls.help());
        show(stage, "");
        Step step = null;
        while (step == null || !step.last()) {
            String key = fps == null || !keys.isTerminal() ? keys.next(0) : lastWithinATick(keys);
            if (ends(key)) return step;
            boolean pressed = controls.meaning(key) != null;
            if (!pressed && fps == null) continue;
            step = pressed ? controls.step(key) : controls.idle();
            total += step.reward();
            t++;
            show(stage, (pressed ? controls.meaning(key) + "    " : "")
                    + "reward " + Moment.number(step.reward()));
            if (!stage.isOpen()) return step;
        }
        return step;
    }

    private static boolean ends(String key) {
        return key.equals(QUIT) || key.equals(Keys.END);
    }

    /** A key that repeats does not make the world go faster. */
    private String lastWithinATick(Keys keys) throws IOException {
        String last = Keys.NONE;
        long end = System.nanoTime() + 1_000_000_000L / fps;
        for (long left = 1000 / fps; left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            String key = keys.next(left);
            if (ends(key)) return key;
            if (!key.equals(Keys.NONE)) last = key;
        }
        return last;
    }

    private void show(TerminalStage stage, String news) {
        stage.print(world, env, String.format(Locale.ROOT, "t = %-4d    return %s    %s",
                t, Moment.number(total), news));
    }
}
