package skein.rl.telemetry;

/**
 * Whoever wants to hear of each update and each episode when it happens. Called by the thread of
 * the learner, which learns on when this returns, and fails if it throws; threads may be in it at
 * the same time.
 */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener NONE = new TrainingListener() {
    };

    /**
     * A learner has changed θ.
     *
     * @param learner   which, from 0
     * @param number    of this update among those of all learners, from 0
     * @param staleness updates by others between θ′ ← θ and this one
     * @param norm      ‖dθ‖ before clipping; NaN if the learner does not clip
     * @param clipped   whether it was too long
     */
    default void updated(int learner, long number, long staleness, double norm, boolean clipped) {
    }

    /**
     * A learner has finished an episode.
     *
     * @param learner     which, from 0
     * @param t           its steps so far
     * @param totalReward the sum of the episode's rewards
     */
    default void endedEpisode(int learner, long t, double totalReward) {
    }
}
