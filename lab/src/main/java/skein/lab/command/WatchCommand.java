package skein.lab.command;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jline.utils.Signals;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import skein.lab.error.UserError;
import skein.lab.run.AtomicFile;
import skein.lab.run.LoadedRun;
import skein.lab.view.AnimatedGif;
import skein.lab.watch.GifStage;
import skein.lab.watch.Moment;
import skein.lab.watch.Performance;
import skein.lab.watch.PngStage;
import skein.lab.watch.Stage;
import skein.lab.watch.TerminalStage;
import skein.lab.watch.WindowStage;
import skein.rl.thread.ActorLearners;

/** {@code skein watch}: shows how a trained agent plays. */
@Command(name = "watch", sortOptions = false, mixinStandardHelpOptions = true,
        description = "Shows how a trained agent plays: by default in the terminal.")
final class WatchCommand implements CliCommand {
    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run;
    @Option(names = "--episodes", paramLabel = "N", defaultValue = "1",
            description = "Default: ${DEFAULT-VALUE}.")
    private int episodes;
    @Option(names = "--fps", paramLabel = "N",
            description = "Pictures a second. Default: as fits the world.")
    private Integer fps;
    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "Default: ${DEFAULT-VALUE}.")
    private long seed;
    @Option(names = "--greedy",
            description = {"Take the most probable action,",
                "instead of drawing one from the policy."})
    private boolean greedy;
    @ArgGroup private Where where = new Where();

    /** Not in the terminal, but. */
    private static final class Where {
        @Option(names = "--gif", paramLabel = "FILE", description = "Write an animated GIF.")
        private Path gif;
        @Option(names = "--png", paramLabel = "DIR",
                description = "Write each picture into a folder.")
        private Path png;
        @Option(names = "--window", description = "Open a window.")
        private boolean window;
    }

    private final PrintStream screen;

    WatchCommand(PrintStream screen) {
        this.screen = screen;
    }

    @Override public Integer call() throws IOException {
        UserError.require(episodes >= 1, "--episodes", "at least 1", episodes);
        CliCommand.requireFps(fps);
        LoadedRun loaded = LoadedRun.from(run);
        loaded.caution().ifPresent(screen::println);
        Performance agent = new Performance(loaded, ActorLearners.generator(seed), greedy);
        int rate = fps == null ? agent.world().pace() : fps;
        if (where.gif != null) return writeGif(agent, rate);
        if (where.png != null) return writePng(agent);
        if (where.window) return openWindow(agent, rate);
        TerminalStage terminal = new TerminalStage(screen, rate);
        play(agent, terminal);
        return 0;
    }

    private int writeGif(Performance agent, int rate) {
        if (Files.isDirectory(where.gif)) {
            throw new UserError(where.gif + " is a folder. Give --gif the name of a file.");
        }
        if (Files.exists(where.gif, NOFOLLOW_LINKS) && !isFilm(where.gif)) {
            throw new UserError(where.gif + " is there already, and is no film. Give --gif another "
                    + "name: nothing was overwritten.");
        }
        stopOnSignal(agent);
        AtomicFile.write(where.gif, out -> {
            try (AnimatedGif gif = new AnimatedGif(out, rate)) {
                play(agent, new GifStage(gif));
            }
        });
        screen.println("Film: " + where.gif);
        return agent.isStopped() ? Commands.INTERRUPTED : 0;
    }

    /** Or an empty file that waits for one; not a link or a device, whose place it would take. */
    private static boolean isFilm(Path file) {
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) return false;
        try (InputStream in = Files.newInputStream(file)) {
            String begin = new String(in.readNBytes(3), US_ASCII);
            return begin.isEmpty() || begin.equals("GIF");
        } catch (IOException e) {
            throw UserError.cannotRead(file, e);
        }
    }

    private int writePng(Performance agent) throws IOException {
        PngStage stage = new PngStage(where.png);
        stopOnSignal(agent);
        play(agent, stage);
        screen.println("Pictures: " + where.png + ", " + stage.pictures() + " of them");
        return agent.isStopped() ? Commands.INTERRUPTED : 0;
    }

    private int openWindow(Performance agent, int rate) throws IOException {
        WindowStage stage = new WindowStage(rate);
        play(agent, stage);
        stage.close();
        return 0;
    }

    /** Ctrl-C ends the episode, and the file is whole; a second one ends the process at once. */
    private static void stopOnSignal(Performance agent) {
        for (String signal : SIGNALS) {
            Signals.register(signal, () -> {
                Signals.registerDefault(signal);
                agent.stop();
            });
        }
    }

    private void play(Performance agent, Stage stage) throws IOException {
        for (int k = 1; k <= episodes && stage.isOpen() && !agent.isStopped(); k++) {
            Performance.Result result = agent.play(k, stage);
            screen.println(String.format(Locale.ROOT, "Episode %d: %d steps, return %s, %s.",
                    k, result.t(), Moment.number(result.total()), result.ending()));
            if (stage instanceof TerminalStage terminal) terminal.startBelow();
        }
    }
}
