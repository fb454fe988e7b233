/**
 * Worlds to act in. A world gives an observation, takes an action, and answers with a
 * {@link skein.envs.Step}.
 *
 * <p>Read in this order:
 * <ol>
 * <li>{@link skein.envs.Environment}, what every world can do, with {@link skein.envs.Step}, what
 *     comes of an action, and the two kinds of {@link skein.envs.Space},
 *     {@link skein.envs.Discrete} (numbered actions) and {@link skein.envs.Box} (observations, and
 *     actions such as a torque)
 * <li>{@link skein.envs.CartPole}, the first world: its physics is one pure function; then
 *     {@link skein.envs.MountainCar}, {@link skein.envs.Acrobot}, and
 *     {@link skein.envs.Pendulum}, whose actions are not numbered
 * <li>{@link skein.envs.games}, worlds on a board: each is a {@link skein.envs.BoardGame} too, so
 *     that it can be drawn, and {@link skein.envs.StickyActions} makes its actions unreliable
 * <li>{@link skein.envs.TimeLimit}, a {@link skein.envs.Wrapper} that cuts long episodes: the only
 *     place where a step becomes truncated
 * <li>{@link skein.envs.EpisodeMonitor}, a wrapper that tells about each finished
 *     {@link skein.envs.Episode}
 * <li>{@link skein.envs.Masked}, a wrapper that hides what memory has to keep,
 *     {@link skein.envs.RewardScale}, for learning where rewards add up to much, and those
 *     wrappers that Atari games are played with: {@link skein.envs.ActionRepeat},
 *     {@link skein.envs.RewardClip}, {@link skein.envs.NoOpStart},
 *     {@link skein.envs.EpisodicLife}
 * <li>{@link skein.envs.maze}, mazes seen from above and from within
 * <li>{@link skein.envs.Worlds}, the list of all {@link skein.envs.World}s by name, with
 *     {@link skein.envs.Nearest} for names that are not in it
 * <li>{@link skein.envs.EnvironmentCheck}, which tells what is wrong with a world of your own
 * </ol>
 *
 * <p>A world knows nothing of networks and learning, nor of how it is shown:
 * {@link skein.envs.render} does that.
 */
package skein.envs;
