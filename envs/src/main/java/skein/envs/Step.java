package skein.envs;

/**
 * What came of one action.
 *
 * @param observation what the agent sees now, s_{t+1}; a new array that the receiver owns
 * @param reward      r_t, for the action just taken
 * @param terminated  the episode really ended: no reward can follow, so R = 0
 * @param truncated   only the clock ended it: reward could follow, so bootstrap from V(s_{t+1})
 */
public record Step(float[] observation, double reward, boolean terminated, boolean truncated) {
    /**
     * Refuses a step that ended in both ways: a real end leaves nothing to truncate.
     *
     * @param observation s_{t+1}; kept, not copied
     * @param reward      r_t
     * @param terminated  whether the episode really ended
     * @param truncated   whether only the clock ended it
     */
    public Step {
        if (terminated && truncated) {
            throw new IllegalArgumentException("A step is terminated or truncated, not both. "
                    + "Leave truncated false at a real end.");
        }
    }

    /**
     * {@return this step as seen in another way}
     *
     * @param seen the observation instead; kept, not copied
     */
    public Step withObservation(float[] seen) {
        return new Step(seen, reward, terminated, truncated);
    }

    /**
     * {@return this step with another reward}
     *
     * @param paid r_t instead
     */
    public Step withReward(double paid) {
        return new Step(observation, paid, terminated, truncated);
    }

    /** {@return whether this was the episode's last step, for whichever reason} */
    public boolean last() {
        return terminated || truncated;
    }
}
