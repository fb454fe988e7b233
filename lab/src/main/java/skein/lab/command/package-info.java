/**
 * The command line. {@link skein.lab.command.Commands} has them all, and the exit codes; then a
 * file for each: {@code TrainCommand}, {@code EvaluateCommand}, {@code WatchCommand},
 * {@code PlayCommand}, {@code TraceCommand}, {@code ListCommand}. A command reads its options,
 * hands the work to the package of its name, and says what came of it.
 */
package skein.lab.command;
