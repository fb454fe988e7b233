package skein.envs;

import java.util.Objects;
import java.util.List;
import java.util.random.RandomGenerator;

/** A world around another one, that hands everything through; a wrapper overrides what differs. */
public abstract class Wrapper implements Environment {
    /** What is wrapped: a world, or another wrapper. */
    protected final Environment env;

    /**
     * Wraps a world.
     *
     * @param env the world, or another wrapper around one
     */
    protected Wrapper(Environment env) {
        this.env = Objects.requireNonNull(env,
                () -> getClass().getSimpleName() + " needs a world, but got null.");
    }

    @Override public Box observationSpace() {
        return env.observationSpace();
    }

    @Override public Space actionSpace() {
        return env.actionSpace();
    }

    @Override public List<String> actionNames() {
        return env.actionNames();
    }

    @Override public float[] reset(RandomGenerator rng) {
        return env.reset(rng);
    }

    @Override public Step step(int action) {
        return env.step(action);
    }

    @Override public Step step(float[] action) {
        return env.step(action);
    }

    @Override public Environment unwrapped() {
        return env.unwrapped();
    }
}
