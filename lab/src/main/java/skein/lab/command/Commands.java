package skein.lab.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import skein.lab.error.Diverged;
import skein.lab.error.OutOfMemory;
import skein.lab.error.UserError;
import skein.tensor.Kernels;

/**
 * The command line: all commands under one name.
 *
 * <p>Exit codes: 0 done; 1 a defect of Skein or a broken machine, with its stack trace; 2 something
 * the user can put right; 3 training diverged; 130 interrupted, and saved.
 */
@Command(name = "skein", synopsisSubcommandLabel = "COMMAND", mixinStandardHelpOptions = true,
        version = "Skein 0.1.0", sortOptions = false,
        description = "Asynchronous deep reinforcement learning in plain Java.",
        subcommands = {TrainCommand.class, EvaluateCommand.class, WatchCommand.class,
            PlayCommand.class, TraceCommand.class, ListCommand.class})
public final class Commands implements Runnable {
    /** Something that the user can put right. */
    public static final int USER_ERROR = 2;
    static final int DIVERGED = 3;
    static final int INTERRUPTED = 130;              // as a shell counts it: 128 + SIGINT

    @Spec private CommandSpec spec;

    private Commands() {
    }

    /**
     * Runs a command.
     *
     * @param out  where it prints
     * @param err  where it complains
     * @param args the command and its options
     * @return its exit code
     */
    public static int run(PrintStream out, PrintStream err, String... args) {
        try {
            Kernels.create();                                // as -Dskein.kernels asks for
        } catch (IllegalArgumentException | IllegalStateException e) {
            err.println(e.getMessage());
            return USER_ERROR;
        }
        try {
            return commandLine(out, err).execute(args);
        } catch (Error e) {
            return report(e, err);
        }
    }

    private static CommandLine commandLine(PrintStream out, PrintStream err) {
        CommandLine.IFactory factory = new CommandLine.IFactory() {
            @Override public <K> K create(Class<K> type) throws Exception {
                if (!CliCommand.class.isAssignableFrom(type)) {
                    return CommandLine.defaultFactory().create(type);
                }
                return type.getDeclaredConstructor(PrintStream.class).newInstance(out);
            }
        };
        return Values.readBy(new CommandLine(new Commands(), factory))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler((e, line) -> complain(e))
                .setExecutionExceptionHandler((e, command, parsed) -> report(e, err));
    }

    /** Without a command: says which there are. */
    @Override public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int complain(ParameterException e) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(e instanceof MutuallyExclusiveArgsException ? e.getMessage()
                .replaceFirst("^Error: (.*) are mutually exclusive.*", "Choose only one of $1.")
                : e.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("See ./skein " + (e.getCommandLine().getParent() == null ? ""
                    : e.getCommandLine().getCommandName() + " ") + "--help.");
        }
        return USER_ERROR;
    }

    private static int report(Throwable e, PrintStream err) {
        if (OutOfMemory.isBehind(e)) {
            err.println(OutOfMemory.SENTENCE);
            return USER_ERROR;
        }
        if (e instanceof UserError) {
            err.println(e.getMessage());
            return USER_ERROR;
        }
        if (e instanceof Diverged) {
            err.println(e.getMessage());
            return DIVERGED;
        }
        e.printStackTrace(err);
        return 1;
    }
}
