package skein.envs;

/**
 * Cuts every reward to −1 .. 1, so that one learning rate suits worlds with small and with large
 * rewards.
 *
 * <p>What an agent earns under this wrapper is not the world's score; to measure that, leave it
 * out, or put an {@link EpisodeMonitor} inside.
 *
 * <p>Source: the paper clips the rewards of Atari games.
 */
public final class RewardClip extends Wrapper {
    private static final double MOST = 1;

    /**
     * Clips the rewards of a world.
     *
     * @param env the world
     */
    public RewardClip(Environment env) {
        super(env);
    }

    @Override public Step step(int action) {
        return clipped(env.step(action));
    }

    @Override public Step step(float[] action) {
        return clipped(env.step(action));
    }

    private static Step clipped(Step step) {
        return step.withReward(Math.max(-MOST, Math.min(MOST, step.reward())));
    }
}
