/**
 * Pictures of worlds, as plain text.
 *
 * <p>Read {@link skein.envs.render.TextRenderer}, what a renderer does, and then
 * {@link skein.envs.render.CartPoleText}, one of them, and {@link skein.envs.render.PlanesText},
 * which shows all games on a board. A renderer looks at a world from outside and never changes it:
 * an episode that is watched is the same as one that is not.
 */
package skein.envs.render;
