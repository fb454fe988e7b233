package skein.rl.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;

/**
 * A world in which everything is known beforehand: s_t = [t], the rewards are given, and so is how
 * the episode ends. After the last reward it begins again.
 */
final class ScriptedWorld implements Environment {
    enum End { TERMINATED, TRUNCATED, NEVER }

    private final int actions;
    private final End end;
    private final double[] rewards;
    private final Consumer<float[]> atEachStep;      // gets the action, if it is a vector
    private int t;
    private int resets;
    private final List<Integer> taken = new ArrayList<>();

    ScriptedWorld(int actions, End end, double... rewards) {
        this(actions, a -> { }, end, rewards);
    }

    ScriptedWorld(int actions, Runnable atEachStep, End end, double... rewards) {
        this(actions, a -> atEachStep.run(), end, rewards);
    }

    ScriptedWorld(int actions, Consumer<float[]> atEachStep, End end, double... rewards) {
        this.actions = actions;
        this.atEachStep = atEachStep;
        this.end = end;
        this.rewards = rewards;
    }

    int resets() {
        return resets;
    }

    /** The actions so far. */
    List<Integer> taken() {
        return taken;
    }

    @Override public Box observationSpace() {
        return new Box(new float[] {0}, new float[] {rewards.length}, 1);
    }

    @Override public Discrete actionSpace() {
        return new Discrete(actions);
    }

    @Override public float[] reset(RandomGenerator rng) {
        t = 0;
        resets++;
        return new float[] {t};
    }

    @Override public Step step(int action) {
        taken.add(action);
        return step(new float[0]);
    }

    @Override public Step step(float[] action) {
        atEachStep.accept(action.clone());
        double r = rewards[t++ % rewards.length];
        boolean last = end != End.NEVER && t == rewards.length;
        return new Step(new float[] {t}, r, last && end == End.TERMINATED,
                last && end == End.TRUNCATED);
    }
}
