package skein.rl.thread;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import skein.nn.Optimizer;

/**
 * T, the steps of all threads together, and T_max, at which training ends.
 *
 * <p>{@link #tick} is the only place where actor-learners meet. It adds with one atomic
 * {@code getAndAdd}, so each value of T is returned to exactly one thread, and whatever has to
 * happen "when T mod k = 0" is decided on that value: read T again, and another thread may have
 * moved it on; the event would be missed or happen twice.
 *
 * <p>Therefore it is also where a {@link Schedule} lets a learner wait.
 */
public final class StepCounter {
    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(StepCounter.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private record Event(long interval, LongConsumer action) {
    }

    private final long maxSteps;
    private final Scheduler scheduler;
    private final List<Event> events = new ArrayList<>();
    @SuppressWarnings("unused") private volatile long count;     // by COUNT
    private volatile boolean stopped;

    /**
     * Starts at T = 0, for threads that run freely.
     *
     * @param maxSteps T_max ≥ 1
     */
    public StepCounter(long maxSteps) {
        this(maxSteps, Schedule.FREE);
    }

    /**
     * Starts at T = 0.
     *
     * @param maxSteps T_max ≥ 1
     * @param schedule when a learner goes on after a tick
     */
    public StepCounter(long maxSteps, Schedule schedule) {
        if (maxSteps < 1) {
            throw new IllegalArgumentException("maxSteps must be at least 1, but got " + maxSteps
                    + ".");
        }
        this.maxSteps = maxSteps;
        scheduler = schedule.create();
    }

    /**
     * Has something done each time T reaches a multiple of an interval, exactly once for each
     * multiple, by the thread whose step it was. To be called before the threads start.
     *
     * @param interval every how many steps, ≥ 1
     * @param action   what to do; gets the value of T. Threads may be in it at the same time.
     */
    public void every(long interval, LongConsumer action) {
        if (interval < 1) {
            throw new IllegalArgumentException("interval must be at least 1, but got " + interval
                    + ".");
        }
        if (count > 0) {
            throw new IllegalStateException("What happens at multiples of " + interval + " has to "
                    + "be said before the first step, but T is " + count + " already.");
        }
        events.add(new Event(interval, action));
    }

    /**
     * T ← T + 1, once the schedule lets this thread go on.
     *
     * @return the value of T that this step made, returned to no other thread
     */
    public long tick() {
        scheduler.tick();
        long T = (long) COUNT.getAndAdd(this, 1L) + 1;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (T % event.interval() == 0) event.action().accept(T);
        }
        return T;
    }

    /**
     * {@return an optimizer that does the same, and of whose updates the schedule is told; lockstep
     * needs that, and for the other schedules it is the same object}
     *
     * @param optimizer of one learner
     */
    public Optimizer scheduled(Optimizer optimizer) {
        return scheduler.around(optimizer);
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** {@return T; another thread may have moved it on already} */
    public long get() {
        return count;
    }

    /** {@return T_max} */
    public long maxSteps() {
        return maxSteps;
    }

    /** {@return whether T > T_max, or training was stopped before} */
    public boolean exceeded() {
        return stopped || count > maxSteps;
    }

    /** Ends training early: every thread leaves after its present segment. From any thread. */
    public void stop() {
        stopped = true;
    }

    /** {@return whether {@link #stop} was called} */
    public boolean stopped() {
        return stopped;
    }
}
