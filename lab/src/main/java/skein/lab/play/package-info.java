/**
 * A person plays. {@link skein.lab.play.Game} is an episode; {@code Keys} come from the keyboard,
 * and {@code Controls} say what they mean: {@code Buttons} for numbered actions, {@code Levers} for
 * those that are numbers.
 */
package skein.lab.play;
