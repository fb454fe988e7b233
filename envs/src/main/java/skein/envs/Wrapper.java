package skein.envs;

import java.util.Objects;
import java.util.random.RandomGenerator;

/** A world around another one, that hands everything through; a wrapper overrides what differs. */
abstract class Wrapper implements Environment {
    /** What is wrapped: a world, or another wrapper. */
    final Environment env;

    Wrapper(Environment env) {
        this.env = Objects.requireNonNull(env,
                () -> getClass().getSimpleName() + " needs a world, but got null.");
    }

    @Override public Box observationSpace() {
        return env.observationSpace();
    }

    @Override public Space actionSpace() {
        return env.actionSpace();
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
