package skein.rl.algorithm;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.Environment;
import skein.envs.Space;
import skein.envs.Step;

/** Spoils each observation once it is neither s_t nor s_{t+1}: who needs it must have a copy. */
final class RewritingWorld implements Environment {
    private final Environment world;
    private float[] s = {};
    private float[] before = {};

    RewritingWorld(Environment world) {
        this.world = world;
    }

    @Override public Box observationSpace() {
        return world.observationSpace();
    }

    @Override public Space actionSpace() {
        return world.actionSpace();
    }

    @Override public float[] reset(RandomGenerator rng) {
        return next(world.reset(rng));
    }

    @Override public Step step(int action) {
        Step step = world.step(action);
        next(step.observation());
        return step;
    }

    private float[] next(float[] observation) {
        Arrays.fill(before, 1e6f);
        before = s;
        s = observation;
        return observation;
    }
}
