package skein.envs;

import java.util.random.RandomGenerator;

/**
 * Now and then executes the action before, instead of the one asked for, so that no agent can
 * learn a game by heart.
 *
 * <p>Each step draws a real number u from the generator of the reset, before the world draws
 * anything, and also if p is 0. If u &lt; p, the action executed last is executed again. Before the
 * very first step that is action 0; a reset does not change it.
 *
 * <p>Source: Machado et al., <i>Revisiting the Arcade Learning Environment</i>, 2018, section 5,
 * there with p = 0.25; MinAtar has p = 0.1.
 */
public final class StickyActions extends Wrapper {
    private final double p;
    private final EpisodeClock clock = new EpisodeClock();
    private RandomGenerator rng;
    private int last;                     // the action executed last

    /**
     * Makes the actions of a world sticky.
     *
     * @param env the world
     * @param p   the probability that an action is the one before, 0 .. 1; 0.1 (MinAtar)
     */
    public StickyActions(Environment env, double p) {
        super(env);
        Discrete.of(env.actionSpace());      // refuses actions that are not numbered
        if (!(0 <= p && p <= 1)) {   // true for NaN
            throw new IllegalArgumentException(
                    "StickyActions needs a probability p of 0 .. 1, but got " + p + ".");
        }
        this.p = p;
    }

    @Override public Discrete actionSpace() {
        return Discrete.of(env.actionSpace());
    }

    @Override public float[] reset(RandomGenerator rng) {
        this.rng = rng;
        clock.start();
        return env.reset(rng);
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        actionSpace().check(action);
        if (rng.nextDouble() >= p) last = action;
        Step step = env.step(last);
        clock.tick(step.last());
        return step;
    }
}
