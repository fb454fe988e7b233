package skein.envs;

import java.util.random.RandomGenerator;

/**
 * A world that an agent acts in, one step at a time.
 *
 * <pre>{@code
 * float[] s = env.reset(rng);
 * for (Step step; ; s = step.observation()) {
 *     step = env.step(chooseAction(s));
 *     if (step.last()) break;
 * }
 * }</pre>
 *
 * <p>A world draws all its chance from the generator given to {@link #reset}: the same generator
 * state and the same actions give the same episode. A world belongs to one thread.
 */
public interface Environment {
    /** {@return what an observation can be} */
    Box observationSpace();

    /** {@return what an action can be} */
    Discrete actionSpace();

    /**
     * Starts a new episode; allowed at any time, also in the middle of one.
     *
     * @param rng the source of all chance until the next reset; kept, not copied
     * @return the first observation; a new array that the caller owns
     */
    float[] reset(RandomGenerator rng);

    /**
     * Takes one action.
     *
     * @param action one of {@link #actionSpace()}
     * @return what came of it
     * @throws IllegalArgumentException if the action is not in the action space
     * @throws IllegalStateException    before the first reset, and after an episode's last step
     */
    Step step(int action);

    /** {@return the world itself, under all wrappers} */
    default Environment unwrapped() {
        return this;
    }
}
