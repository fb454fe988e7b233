/**
 * What is not the learning rule. Begin with {@link skein.lab.Experiment}, which trains in a
 * notebook, and {@link skein.lab.Trained}, what came of it; {@link skein.lab.Main} is where
 * {@code ./skein} begins, and {@link skein.lab.StepThrough} where a debugger does.
 *
 * <p>The packages below, each of which imports only what stands above it:
 *
 * <ol>
 * <li>{@link skein.lab.error}: errors that are sentences for the user.
 * <li>{@code skein.lab.view}: films, charts, a window.
 * <li>{@link skein.lab.notebook}: what notebooks show and check.
 * <li>{@code skein.lab.setup}: what a run is made of, from names to an algorithm put together.
 * <li>{@code skein.lab.run}: the folder of a run, and each file in it.
 * <li>{@code skein.lab.train}: a run while it goes.
 * <li>{@code skein.lab.trace}: one learner, explained line by line.
 * <li>{@code skein.lab.watch}: episodes of a trained agent, in a terminal, a file, a window.
 * <li>{@code skein.lab.play}: a person plays.
 * <li>{@code skein.lab.command}: the command line; one file for each command.
 * </ol>
 */
package skein.lab;
