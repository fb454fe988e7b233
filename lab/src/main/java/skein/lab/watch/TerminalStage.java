package skein.lab.watch;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;
import skein.envs.Environment;
import skein.envs.World;
import skein.envs.render.ChoiceText;
import skein.envs.render.TextRenderer;
import skein.lab.view.TerminalWidth;

/** On a terminal each picture covers the one before; in a file they follow each other. */
public final class TerminalStage implements Stage {
    private static final String UP = "\033[%dA\r";           // the cursor, so many lines
    private static final String CLEAR_LINE = "\033[K";       // to the right of the cursor

    private final PrintStream screen;
    private final boolean terminal = isTerminal();
    private final boolean color = terminal && wantsColor(System.getenv("NO_COLOR"));
    private final int pause;                                 // ms
    private int linesAbove;                                  // that the next picture covers

    /**
     * Shows what is played on a screen.
     *
     * @param screen where it prints
     * @param fps    pictures a second, if it is a terminal; 0 for no pause between them
     */
    public TerminalStage(PrintStream screen, int fps) {
        this.screen = screen;
        pause = fps == 0 ? 0 : 1000 / fps;
    }

    /** {@return whether the launcher has seen a terminal} */
    public static boolean isTerminal() {
        return TerminalWidth.columns() > 0;
    }

    /** As no-color.org asks: if the variable is set and not empty, there is none. */
    static boolean wantsColor(String noColor) {
        return noColor == null || noColor.isEmpty();
    }

    @Override public void show(Moment moment) throws IOException {
        String bars = ChoiceText.of(moment.env(), moment.choice());
        print(moment.world(), moment.env(), bars + "\n" + moment.caption());
        if (terminal && pause > 0) Stage.pause(pause);
    }

    /**
     * Prints the world, and some lines beneath it.
     *
     * @param world   what is played
     * @param env     one of it, as it is now
     * @param beneath the lines
     */
    public void print(World world, Environment env, String beneath) {
        TextRenderer renderer = world.renderer();
        String picture = (color ? renderer.colored(env) : renderer.frame(env)) + "\n" + beneath;
        if (terminal) {
            if (linesAbove > 0) screen.printf(Locale.ROOT, UP, linesAbove);
            picture = picture.replace("\n", CLEAR_LINE + "\n") + CLEAR_LINE;
            linesAbove = (int) picture.lines().count();
        }
        screen.println(picture);
        screen.flush();
    }

    /** The next picture stands beneath all that was printed. */
    public void startBelow() {
        linesAbove = 0;
    }

    @Override public boolean isOpen() {
        return !screen.checkError();
    }
}
