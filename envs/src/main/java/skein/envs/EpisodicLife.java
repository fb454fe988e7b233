package skein.envs;

import java.util.random.RandomGenerator;

/**
 * Makes every life an episode of its own, so that losing one is as bad to the learner as losing
 * the last.
 *
 * <p>The step that loses a life is terminated. The reset after it does not begin a new game: the
 * game goes on where it is, with the chance of the generator it began with, until its real end.
 * A reset at any other moment begins a new game.
 *
 * <p>It works where the world has {@link Lives}. None of the five games of MinAtar and not Pong
 * has; there one life is the game.
 *
 * <p>Source: customary for Atari games since Mnih et al., 2015.
 */
public final class EpisodicLife extends Wrapper {
    private final Lives world;
    private final EpisodeClock clock = new EpisodeClock();
    private int lives;
    private float[] goingOn;     // what to see where the game goes on; null if a new one is due

    /**
     * Splits the games of a world into lives.
     *
     * @param env the world, or wrappers around it; the world itself implements {@link Lives}
     */
    public EpisodicLife(Environment env) {
        super(env);
        if (!(env.unwrapped() instanceof Lives livesLeft)) {
            throw new IllegalArgumentException("EpisodicLife needs a world with lives, but "
                    + env.unwrapped().getClass().getSimpleName() + " does not implement Lives.");
        }
        this.world = livesLeft;
    }

    @Override public float[] reset(RandomGenerator rng) {
        float[] observation = goingOn == null ? env.reset(rng) : goingOn;
        goingOn = null;
        lives = world.lives();
        clock.start();
        return observation;
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        return endOfLife(env.step(action));
    }

    @Override public Step step(float[] action) {
        clock.requireRunning();
        return endOfLife(env.step(action));
    }

    private Step endOfLife(Step step) {
        boolean lost = world.lives() < lives && !step.last();
        lives = world.lives();
        clock.tick(lost || step.last());
        if (!lost) return step;
        goingOn = step.observation().clone();
        return new Step(step.observation(), step.reward(), true, false);
    }
}
