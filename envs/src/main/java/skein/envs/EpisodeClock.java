package skein.envs;

/** Counts the steps of an episode, and refuses a step where no episode is running. */
public final class EpisodeClock {
    private int steps;
    private boolean running;

    /** Makes a clock that waits for its first episode. */
    public EpisodeClock() {
    }

    /** {@return how many steps the episode has had} */
    public int steps() {
        return steps;
    }

    /** Begins an episode, whether or not one is running. */
    public void start() {
        steps = 0;
        running = true;
    }

    /**
     * Counts one step.
     *
     * @param last whether it is the episode's last one
     */
    public void tick(boolean last) {
        steps++;
        running = !last;
    }

    /** Refuses to go on before the first reset, and after the last step. */
    public void requireRunning() {
        if (running) return;
        throw new IllegalStateException(steps == 0
                ? "No episode has begun yet. Call reset() before step()."
                : "This episode ended at step " + steps + ". Call reset() before step().");
    }
}
