package skein.lab.trace;

import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;

/** A world in which everything is known beforehand: s_t = [t], rewards 1, 0, 2 over and over. */
final class CountingWorld implements Environment {
    private static final double[] REWARDS = {1, 0, 2};

    private final int actions;
    private final int length;                // of an episode, which really ends then
    private int t;

    CountingWorld(int actions, int length) {
        this.actions = actions;
        this.length = length;
    }

    @Override public Box observationSpace() {
        return new Box(new float[] {0}, new float[] {1000}, 1);
    }

    @Override public Discrete actionSpace() {
        return new Discrete(actions);
    }

    @Override public float[] reset(RandomGenerator rng) {
        t = 0;
        return new float[] {0};
    }

    @Override public Step step(int action) {
        double r = REWARDS[t++ % REWARDS.length];
        return new Step(new float[] {t}, r, t == length, false);
    }
}
