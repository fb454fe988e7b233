/**
 * Worlds to act in. A world gives an observation, takes an action, and answers with a
 * {@link skein.envs.Step}.
 *
 * <p>Read in this order:
 * <ol>
 * <li>{@link skein.envs.Environment}, what every world can do, with {@link skein.envs.Step}, what
 *     comes of an action, and the two spaces {@link skein.envs.Box} (observations) and
 *     {@link skein.envs.Discrete} (actions)
 * <li>{@link skein.envs.CartPole}, the first world: its physics is one pure function
 * <li>{@link skein.envs.TimeLimit}, a wrapper that cuts long episodes: the only place where a step
 *     becomes truncated
 * <li>{@link skein.envs.EpisodeMonitor}, a wrapper that tells about each finished
 *     {@link skein.envs.Episode}
 * <li>{@link skein.envs.maze}, mazes seen from above and from within
 * <li>{@link skein.envs.Worlds}, the list of all {@link skein.envs.World}s by name, with
 *     {@link skein.envs.Nearest} for names that are not in it
 * </ol>
 *
 * <p>A world knows nothing of networks and learning, nor of how it is shown:
 * {@link skein.envs.render} does that.
 */
package skein.envs;
