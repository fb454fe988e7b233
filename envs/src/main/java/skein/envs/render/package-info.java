/**
 * Pictures of worlds, as plain text.
 *
 * <p>Read {@link skein.envs.render.TextRenderer}, what a renderer does, and then
 * {@link skein.envs.render.CartPoleText}, one of them; {@link skein.envs.render.PlanesText} shows
 * all games on a board, {@link skein.envs.render.GridMazeText} and
 * {@link skein.envs.render.LabyrinthText} are maps. A renderer looks at a world from outside and
 * never changes it: an episode that is watched is the same as one that is not.
 */
package skein.envs.render;
