package skein.tensor;

/**
 * Notices when what belongs to one thread is used by two. It belongs to the first that comes; one
 * that has ended leaves it to the next, as the cells of a notebook do. A plain field, read without
 * any fence: two threads at the very first use may both think they are the first, and one of them
 * is found out at its second.
 */
final class OneThread {
    private Thread owner;

    /** Refuses a second thread, and says what it asked for. */
    void check(Object what) {
        Thread current = Thread.currentThread();
        if (owner == current) return;
        if (owner != null && owner.isAlive()) {
            throw new IllegalStateException("A tape belongs to one thread, but this one is used by "
                    + owner.getName() + " and now, for " + what + ", by " + current.getName()
                    + ". Give each thread its own tape.");
        }
        owner = current;
    }
}
