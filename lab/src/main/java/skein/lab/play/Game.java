package skein.lab.play;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.World;
import skein.lab.watch.Moment;
import skein.lab.watch.TerminalStage;
import skein.rl.thread.ActorLearners;

/** An episode that a person plays, with the keyboard, on a terminal. */
public final class Game {
    private static final String QUIT = "q";

    private final World world;
    private final Integer fps;
    private final PrintStream screen;
    private final Environment env;
    private double total;
    private int t;

    /**
     * Ready to begin.
     *
     * @param world  what is played
     * @param seed   of its chance
     * @param fps    steps a second, also when no key is pressed; null if it waits for each key
     * @param screen where it is shown
     */
    public Game(World world, long seed, Integer fps, PrintStream screen) {
        this.world = world;
        this.fps = fps;
        this.screen = screen;
        env = world.make();
        env.reset(ActorLearners.generator(seed));
    }

    /**
     * Plays until the episode ends or the person stops, and says how it went.
     *
     * @throws IOException if the keyboard cannot be read
     */
    public void play() throws IOException {
        Step last;
        try (Keys keys = Keys.ofStandardInput()) {
            last = play(keys);
        }
        String ending = last == null || !last.last() ? "you stopped"
                : last.terminated() ? "it ended by itself" : "cut by the clock";
        screen.println(String.format(Locale.ROOT, "You played %d %s: return %s, %s.", t,
                t == 1 ? "step" : "steps", Moment.number(total), ending));
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
