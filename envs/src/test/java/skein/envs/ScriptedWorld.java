package skein.envs;

import java.util.random.RandomGenerator;

/** Pays the given rewards in their order and terminates with the last; observes the step. */
final class ScriptedWorld implements Environment {
    private final double[] rewards;
    private int t;

    ScriptedWorld(double... rewards) {
        this.rewards = rewards;
    }

    @Override public Box observationSpace() {
        return new Box(0, rewards.length, 1);
    }

    @Override public Discrete actionSpace() {
        return new Discrete(1);
    }

    @Override public float[] reset(RandomGenerator rng) {
        t = 0;
        return new float[] {0};
    }

    @Override public Step step(int action) {
        actionSpace().check(action);
        t++;
        return new Step(new float[] {t}, rewards[t - 1], t == rewards.length, false);
    }
}
