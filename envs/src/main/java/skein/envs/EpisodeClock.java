package skein.envs;

/** Counts the steps of an episode, and refuses a step where no episode is running. */
final class EpisodeClock {
    private int steps;
    private boolean running;

    /** {@return how many steps the episode has had} */
    int steps() {
        return steps;
    }

    /** Begins an episode, whether or not one is running. */
    void start() {
        steps = 0;
        running = true;
    }

    /** Counts one step; the last one ends the episode. */
    void tick(boolean last) {
        steps++;
        running = !last;
    }

    /** Refuses to go on before the first reset, and after the last step. */
    void requireRunning() {
        if (running) return;
        throw new IllegalStateException(steps == 0
                ? "No episode has begun yet. Call reset() before step()."
                : "This episode ended at step " + steps + ". Call reset() before step().");
    }
}
