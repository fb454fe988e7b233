package skein.envs;

import java.util.function.Supplier;
import skein.envs.render.PictureRenderer;
import skein.envs.render.TextRenderer;

/**
 * A world as it is listed: how to call it, make it, judge it and show it.
 *
 * @param name     the word to ask for it, lower case
 * @param summary  what the agent has to do, in one line
 * @param solvedAt the mean total reward over 100 episodes that counts as solved; NaN if none does
 * @param maker    makes a new one, with its time limit
 * @param renderer shows one as text
 * @param picture  shows one as a picture in color
 * @param pace     steps a second that a person can follow, at least 1; where the world has a clock
 *                 of its own, that many make its second
 */
public record World(String name, String summary, double solvedAt, Supplier<Environment> maker,
        TextRenderer renderer, PictureRenderer picture, int pace) {
    /** {@return a new world of this kind, which waits for its first reset} */
    public Environment make() {
        return maker.get();
    }
}
