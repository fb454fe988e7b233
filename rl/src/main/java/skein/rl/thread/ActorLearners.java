package skein.rl.thread;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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
     */
    public static void run(StepCounter T, int threads, SplittableGenerator rng, Factory factory) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, but got " + threads
                    + ".");
        }
        T.scheduler().expect(threads);
        Failure failure = new Failure();
        List<Thread> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int number = i;
            SplittableGenerator own = rng.split();
            running.add(new Thread(() -> work(T, number, own, factory, failure),
                    "actor-learner-" + i));
        }
        for (Thread thread : running) thread.start();
        for (Thread thread : running) join(thread, T);
        if (failure.first != null) throw failure.first;
    }

    private static void work(StepCounter T, int i, RandomGenerator own, Factory factory,
                             Failure failure) {
        Scheduler scheduler = T.scheduler();
        scheduler.begin(i);
        try {
            factory.create(i, own).run();
        } catch (Throwable e) {
            failure.report(i, e, T);
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

    /** Keeps the first failure; the others, which it may have caused, are attached to it. */
    private static final class Failure {
        private ActorLearnerException first;

        synchronized void report(int number, Throwable cause, StepCounter T) {
            T.stop();
            ActorLearnerException e = new ActorLearnerException(number, T.get(), cause);
            if (first == null) first = e;
            else first.addSuppressed(e);
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
