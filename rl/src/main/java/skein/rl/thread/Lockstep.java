package skein.rl.thread;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import skein.nn.Optimizer;

/**
 * {@link Schedule#LOCKSTEP}: the learners take turns in the order 0, 1, ..., N − 1, 0, ..., and
 * only the one whose turn it is does anything, from its making to its end.
 *
 * <h2>When the turn is passed on</h2>
 * Once for each update: at the first tick after it, before that step is counted. By then the
 * learner has made its new copy θ' ← θ, or, if it reads θ itself, its first gradient. So from there
 * to its own next update every other learner makes exactly one:
 * <pre>
 * learner 0   | ... update 3, θ' ← θ_3, a step |                               | ... update 6
 * learner 1                                    | ... update 4, θ' ← θ_4, a step |
 * learner 2                                                                     ...
 * </pre>
 * <ul>
 * <li><b>Staleness</b>, the updates by others between θ' ← θ and one's own, is exactly N − 1 for
 *     every update but the first of each learner: all begin with θ_0, so the first update of
 *     learner i has staleness i.
 * <li><b>The end.</b> Who finds T &gt; T_max leaves, and the others, whose turns come after, do so
 *     as soon as they find it: after one more update, which is no exception, or in the one-step
 *     methods after one more step. If an episode ends with that one it has an update, less stale by
 *     those of the learners who left without one.
 * <li><b>What hangs on T</b>, as θ⁻ ← θ, happens within the turn in which that T is made.
 * <li><b>Failure.</b> A learner that fails hands its turn on like one that ends; T is stopped then,
 *     and the others leave in their turns.
 * </ul>
 * To pass the turn at every step would give the same bits, too, but the staleness would depend on
 * the lengths of the segments, and a hand-over costs more than a step.
 *
 * <h2>Memory</h2>
 * θ, g, θ⁻ and all fields here but {@code turn}, {@code heir} and {@code waiting} are plain.
 * {@code turn} is volatile: who reads that it is his sees everything that was written in the turns
 * before. So there is no race at all, and nothing is lost in any memory mode; they may round a root
 * differently.
 *
 * <h2>Handing over</h2>
 * To wake a thread takes as long as a turn of a small network, some 20 µs. So it is done one turn
 * ahead: who passes the turn to one learner, awake by now, then wakes the heir, the one who comes
 * after that. At any time one learner works, one stays awake, and all others sleep; two cores are
 * enough for that, and what the one who has passed the turn does next is nobody's loss.
 *
 * <p>The heir waits by {@code Thread.yield}, and not by spinning: if the core is wanted, by the one
 * whose turn it is above all, he gives it away. (Spinning was as fast with two cores to itself; on
 * busy ones every other turn could come 40 µs late, as the heir held the core that it needed.)
 * After 50 µs without the turn he sleeps like the others: then turns are so long that waking does
 * not matter.
 *
 * <h2>Why whole turns</h2>
 * Between θ' ← θ and its update an A3C learner works on what is its own, so one could put only
 * these two in order and let the rest overlap. But the one-step methods read θ in each step, the Q
 * methods read θ⁻ and, for ε, T; and whichever step makes T a multiple of I_target copies θ. All
 * these need their places in the order, too, and only the algorithm knows where they are.
 */
final class Lockstep implements Scheduler {
    private static final long PATIENCE = 50_000;             // ns for which the heir stays awake

    private volatile int turn;               // only written by the learner whose turn it is
    private volatile int heir;               // whose turn is next; written by the same
    private AtomicReferenceArray<Thread> waiting;            // null where not waiting
    private boolean[] ended;                 // this, and what follows, is for who has the turn
    private boolean due;                     // whether the next tick passes the turn
    private boolean told;                    // whether anybody tells of updates

    /** For one learner, until others are expected. */
    Lockstep() {
        expect(1);
    }

    @Override public void expect(int learners) {
        waiting = new AtomicReferenceArray<>(learners);
        ended = new boolean[learners];
        due = false;
        turn = 0;
        heir = after(0);
    }

    @Override public void begin(int i) {
        await(i);
        due = true;
    }

    @Override public void tick() {
        if (!due) return;
        due = false;
        if (!told) {
            throw new IllegalStateException("The lockstep schedule hears of no updates, so it "
                    + "would never pass the turn. Give each learner T.scheduled(optimizer) instead "
                    + "of its optimizer.");
        }
        int me = turn;
        pass(me);
        await(me);
    }

    @Override public Optimizer around(Optimizer optimizer) {
        told = true;
        return optimizer.andThen((dTheta, eta) -> due = true);
    }

    @Override public void end(int i) {
        due = false;                         // its last update is not the next one's
        ended[i] = true;
        pass(i);
    }

    private void pass(int from) {
        int next = after(from);
        if (next == from) return;            // nobody else is left
        int afterNext = after(next);
        heir = afterNext;
        turn = next;                         // from here on, ended belongs to the next
        LockSupport.unpark(waiting.get(next));               // if his patience was at its end
        LockSupport.unpark(waiting.get(afterNext));          // does nothing for null
    }

    /** Who comes after learner i; i itself if all others have ended. */
    private int after(int i) {
        int next = i;
        do {
            next = next + 1 == ended.length ? 0 : next + 1;
        } while (ended[next] && next != i);
        return next;
    }

    private void await(int me) {
        if (turn == me) return;
        boolean interrupted = false;
        waiting.set(me, Thread.currentThread());
        while (turn != me) {                 // whoever makes it so finds us in the list
            if (heir == me) stayAwake(me);
            if (turn != me) LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        waiting.set(me, null);
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void stayAwake(int me) {
        long start = System.nanoTime();
        while (turn != me && System.nanoTime() - start < PATIENCE) Thread.yield();
    }
}
