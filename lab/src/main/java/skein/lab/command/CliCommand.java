package skein.lab.command;

import java.util.List;
import java.util.concurrent.Callable;
import skein.lab.error.UserError;

/** A command of the command line; made with the stream that it prints to. */
interface CliCommand extends Callable<Integer> {
    /** The most pictures a second. */
    int MOST_FPS = 1000;

    /** What asks a process to end: Ctrl-C, kill, and a terminal that is closed. */
    List<String> SIGNALS = List.of("INT", "TERM", "HUP");

    /** Refuses pictures a second that nobody could see; null if none were asked for. */
    static void requireFps(Integer fps) {
        UserError.require(fps == null || fps >= 1 && fps <= MOST_FPS, "--fps", "1 .. " + MOST_FPS,
                fps);
    }
}
