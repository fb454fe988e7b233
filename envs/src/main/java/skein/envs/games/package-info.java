/**
 * Games on a board of 10 by 10 cells: the five of MinAtar, and Pong.
 *
 * <p>Read in this order:
 * <ol>
 * <li>{@link skein.envs.games.Breakout}, the shortest; its superclass holds what all games share,
 *     and {@link skein.envs.games.ActionSet} says what an agent may do in them
 * <li>{@link skein.envs.games.Freeway}, {@link skein.envs.games.Asterix} and
 *     {@link skein.envs.games.SpaceInvaders}
 * <li>{@link skein.envs.games.Seaquest}, the longest: all that swims is in a class of its own
 * <li>{@link skein.envs.games.Pong}, whose rules are Skein's own
 * </ol>
 *
 * <p>The five follow the rules of the public MinAtar suite so exactly that its recorded episodes
 * replay with the same random numbers, draw for draw. Each draws its chance as MinAtar does: a real
 * number is {@code rng.nextDouble()}, an integer below n is {@code rng.nextInt(n)}.
 */
package skein.envs.games;
