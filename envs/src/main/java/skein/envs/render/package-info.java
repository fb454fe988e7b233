/**
 * Worlds shown as plain text, as text in color, and as pictures.
 *
 * <p>A renderer looks at a world from outside and never changes it: an episode that is watched is
 * the same as one that is not. Read in this order:
 * <ol>
 * <li>{@link skein.envs.render.TextRenderer}, what a renderer of text does, and
 *     {@link skein.envs.render.CartPoleText}, one of them
 * <li>{@link skein.envs.render.PlanesText}, which shows all games on a board, and the maps
 *     {@link skein.envs.render.GridMazeText} and {@link skein.envs.render.LabyrinthText}
 * <li>{@link skein.envs.render.PictureRenderer} and {@link skein.envs.render.CartPolePicture}, the
 *     same in pixels, drawn on the class {@code Canvas}
 * <li>{@link skein.envs.render.ObservationPicture}, what the agent sees
 * <li>{@link skein.envs.render.SideBySide}, both, and what a policy makes of it, a
 *     {@link skein.envs.render.Choice}
 * </ol>
 *
 * <p>Pictures need the module {@code java.desktop}; text does not.
 */
package skein.envs.render;
