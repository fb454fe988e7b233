package skein.lab.command;

/** A command of the command line; made with the stream that it prints to. */
interface CliCommand extends java.util.concurrent.Callable<Integer> {
}
