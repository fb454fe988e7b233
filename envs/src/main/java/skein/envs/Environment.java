package skein.envs;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

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

    /** {@return what an action can be; it says which of the two {@code step} methods to call} */
    Space actionSpace();

    /**
     * {@return what to call the actions, for whoever shows them: a name for each numbered action,
     * or for each number of an action that is an array}
     *
     * <p>If a world has no names for them, they are called by their numbers.
     */
    default List<String> actionNames() {
        int n = actionSpace() instanceof Box box ? box.size() : Discrete.of(actionSpace()).n();
        return IntStream.range(0, n).mapToObj(Integer::toString).toList();
    }

    /**
     * Starts a new episode; allowed at any time, also in the middle of one.
     *
     * @param rng the source of all chance until the next reset; kept, not copied
     * @return the first observation; a new array that the caller owns
     */
    float[] reset(RandomGenerator rng);

    /**
     * Takes one action of a world whose actions are numbered; other worlds refuse.
     *
     * @param action one of {@link #actionSpace()}
     * @return what came of it
     * @throws IllegalArgumentException if the action is not in the action space
     * @throws IllegalStateException    before the first reset, and after an episode's last step
     */
    default Step step(int action) {
        throw refusal("action " + action, actionSpace() instanceof Box
                ? "Use step(float[])." : "Implement step(int).");
    }

    /**
     * Takes one action of a world whose actions are arrays of floats; other worlds refuse.
     *
     * @param action as many numbers as {@link #actionSpace()} has; not modified, not kept
     * @return what came of it
     * @throws IllegalArgumentException if the action has another length or a NaN, or if the actions
     *                                  are numbered
     * @throws IllegalStateException    before the first reset, and after an episode's last step
     */
    default Step step(float[] action) {
        throw refusal("the action " + Arrays.toString(action), actionSpace() instanceof Discrete
                ? "Use step(int)." : "Implement step(float[]).");
    }

    private IllegalArgumentException refusal(String action, String advice) {
        String name = getClass().getSimpleName();
        return new IllegalArgumentException((name.isEmpty() ? "This world" : name) + " takes "
                + actionSpace() + " actions, not " + action + ". " + advice);
    }

    /** {@return the world itself, under all wrappers} */
    default Environment unwrapped() {
        return this;
    }
}
