/**
 * Worlds seen as pictures, as in the paper.
 *
 * <p>Read in this order:
 * <ol>
 * <li>{@link skein.envs.pixels.BoardFrame}, a board game drawn in color
 * <li>{@link skein.envs.pixels.Grayscale84}, a picture in color made gray and 84 by 84
 * <li>{@link skein.envs.pixels.MaxOfLastTwo}, for worlds that flicker
 * <li>{@link skein.envs.pixels.FrameStack}, the last four pictures at once
 * <li>{@link skein.envs.pixels.Pixels}, all of them put together
 * </ol>
 *
 * <p>The wrappers that do not look at the picture, such as {@link skein.envs.ActionRepeat}, are in
 * {@link skein.envs}.
 */
package skein.envs.pixels;
