package skein.rl.thread;

/** {@link Schedule#YIELDING}. */
final class Yielding implements Scheduler {
    @Override public void tick() {
        Thread.yield();
    }
}
