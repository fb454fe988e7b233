package skein.envs;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Tells about every episode of a world at its end, and changes nothing.
 *
 * <p>The listener is called inside the {@link #step} that ends the episode, by the thread that
 * steps. An episode that a reset cuts in its middle has no result and is not told about.
 */
public final class EpisodeMonitor extends Wrapper {
    private final Consumer<Episode> listener;
    private double totalReward;
    private int length;

    /**
     * Listens to a world.
     *
     * @param env      the world, with its time limit if it has one
     * @param listener gets each episode once, after its last step
     */
    public EpisodeMonitor(Environment env, Consumer<Episode> listener) {
        super(env);
        this.listener = Objects.requireNonNull(listener,
                "EpisodeMonitor needs a listener, but got null.");
    }

    @Override public float[] reset(RandomGenerator rng) {
        totalReward = 0;
        length = 0;
        return env.reset(rng);
    }

    @Override public Step step(int action) {
        return counted(env.step(action));
    }

    @Override public Step step(float[] action) {
        return counted(env.step(action));
    }

    private Step counted(Step step) {
        totalReward += step.reward();
        length++;
        if (step.last()) listener.accept(new Episode(totalReward, length, step.truncated()));
        return step;
    }
}
