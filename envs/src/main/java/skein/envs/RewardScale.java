package skein.envs;

/**
 * Multiplies every reward, so that the values V of a world are of a size that a network learns
 * easily; unlike under {@link RewardClip}, what is better stays better.
 *
 * <p>What an agent earns under this wrapper is not the world's score; to measure that, leave it
 * out, or put an {@link EpisodeMonitor} inside.
 */
public final class RewardScale extends Wrapper {
    private final double factor;

    /**
     * Scales the rewards of a world.
     *
     * @param env    the world
     * @param factor what rewards are multiplied by; finite, &gt; 0
     */
    public RewardScale(Environment env, double factor) {
        super(env);
        if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("RewardScale needs a factor > 0, but got " + factor
                    + ".");
        }
        this.factor = factor;
    }

    @Override public Step step(int action) {
        return scaled(env.step(action));
    }

    @Override public Step step(float[] action) {
        return scaled(env.step(action));
    }

    private Step scaled(Step step) {
        return step.withReward(factor * step.reward());
    }
}
