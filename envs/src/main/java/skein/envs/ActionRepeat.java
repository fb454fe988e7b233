package skein.envs;

import java.util.function.Supplier;

/**
 * Takes each action several times in a row, as if the agent looked only now and then.
 *
 * <p>The reward is the sum over these steps, the observation the last one's. An end in between
 * stops the repetition. All else is the world's own.
 *
 * <p>Source: the paper repeats 4 times on Atari, section 5.1.
 */
public final class ActionRepeat extends Wrapper {
    private final int times;

    /**
     * Repeats the actions of a world.
     *
     * @param env   the world
     * @param times how many steps of it make one, at least 1; 4 (paper)
     */
    public ActionRepeat(Environment env, int times) {
        super(env);
        if (times < 1) {
            throw new IllegalArgumentException(
                    "ActionRepeat needs times >= 1, but got " + times + ".");
        }
        this.times = times;
    }

    @Override public Step step(int action) {
        return repeat(() -> env.step(action));
    }

    @Override public Step step(float[] action) {
        return repeat(() -> env.step(action));
    }

    private Step repeat(Supplier<Step> act) {
        Step step = act.get();
        double reward = step.reward();
        for (int k = 1; k < times && !step.last(); k++) {
            step = act.get();
            reward += step.reward();
        }
        return step.withReward(reward);
    }
}
