package skein.rl.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;

/**
 * Starts N actor-learner threads and waits until all have ended.
 *
 * <p>Each learner is made by its own thread, with a generator of its own that was split from the
 * one given, in order; so that no two see the same episodes, and learner i sees the same whatever
 * the threads' timing.
 */
public final class ActorLearners {
    /** Makes the learner of a thread. */
    @FunctionalInterface
    public interface Factory {
        /**
         * {@return learner i, to be run by the calling thread}
         *
         * @param i   which, 0 ≤ i &lt; N
         * @param rng its own source of chance
         */
        Runnable create(int i, RandomGenerator rng);
    }

    private ActorLearners() {
    }

    /**
     * Runs N learners to their end.
     *
     * <p>If one fails, all others are stopped by T, and then the first failure is thrown. If the
     * calling thread is interrupted while it waits, the learners are stopped as well, and it
     * returns with its interrupt flag set.
     *
     * @param T       the counter that the learners obey
     * @param threads N ≥ 1
     * @param rng     what the learners' generators are split from
     * @param factory makes the learners
     * @throws ActorLearnerException with the first failure as its cause
     * @throws NotStartedException   if the system refuses a thread; those before it are stopped
     */
    public static void run(StepCounter T, int threads, SplittableGenerator rng, Factory factory) {
        run(T, threads, rng, factory, Thread::new);
    }

    /** The same with threads from elsewhere. */
    static void run(StepCounter T, int threads, SplittableGenerator rng, Factory factory,
                    ThreadFactory source) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but got " + threads
                    + ".");
        }
        T.scheduler().expect(threads);
        Failure failure = new Failure();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            SplittableGenerator own = rng.split();
            Thread thread = source.newThread(() -> work(T, number, own, factory, failure));
            thread.setName("actor-learner-" + i);
            all.add(thread);
        }
        int started = start(all, T, failure);
        for (Thread thread : all.subList(0, started)) join(thread, T);
        failure.rethrow();
    }

    /** Starts as many as the system allows, in order; returns how many. */
    private static int start(List<Thread> all, StepCounter T, Failure failure) {
        for (int i = 0; i < all.size(); i++) {
            try {
                all.get(i).start();
            } catch (Throwable e) {          // an OutOfMemoryError, as a rule, though of threads
                int started = i;
                failure.report(() -> new NotStartedException(started, all.size(), e), T);
                skipTurns(T.scheduler(), i, all.size());
                return i;
            }
        }
        return all.size();
    }

    /** Takes the turns of learners that will never come, and for which the others would wait. */
    private static void skipTurns(Scheduler scheduler, int from, int to) {
        for (int i = from; i < to; i++) {
            scheduler.begin(i);
            scheduler.end(i);
        }
    }

    private static void work(StepCounter T, int i, RandomGenerator own, Factory factory,
                             Failure failure) {
        Scheduler scheduler = T.scheduler();
        scheduler.begin(i);
        try {
            factory.create(i, own).run();
        } catch (Throwable e) {
            long steps = T.get();
            failure.report(() -> new ActorLearnerException(i, steps, e), T);
        } finally {
            scheduler.end(i);
        }
    }

    private static void join(Thread thread, StepCounter T) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                T.stop();
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    /**
     * Keeps all failures. The thread that throws them also makes their exceptions, so that these
     * say where it was; where the learner was, its own exception says.
     */
    private static final class Failure {
        private final List<Supplier<RuntimeException>> all = new ArrayList<>();

        synchronized void report(Supplier<RuntimeException> exception, StepCounter T) {
            T.stop();
            all.add(exception);
        }

        /** Throws the first; the others, which it may have caused, are attached to it. */
        synchronized void rethrow() {
            if (all.isEmpty()) return;
            RuntimeException first = all.get(0).get();
            all.subList(1, all.size()).forEach(other -> first.addSuppressed(other.get()));
            throw first;
        }
    }

    /**
     * {@return the generator from which a whole training is split}
     *
     * @param seed the one number that everything random depends on
     */
    public static SplittableGenerator generator(long seed) {
        return new SplittableRandom(seed);
    }
}
