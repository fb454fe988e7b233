package skein.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import skein.nn.MemoryMode;
import skein.nn.Parameters;
import skein.rl.thread.StepCounter;

/**
 * "If T mod I_target == 0: θ⁻ ← θ." Two learners take two steps each, I_target is 2, so θ is to be
 * copied when T becomes 2 and when it becomes 4: twice, whoever's steps these are.
 *
 * <p><b>What you should see:</b> always 2 where it is decided on the number that the step got, in
 * either way of asking. Where T is read again, which is how the pseudocode is easily understood, 0
 * to 4: another step came between, and the copy was missed, or two learners saw the same T.
 */
public final class Stress_07_Intervals {
    private static final int TARGET_INTERVAL = 2;

    private Stress_07_Intervals() {
    }

    static class Copies extends Weights {
        final StepCounter T = new StepCounter(100);
        private final Parameters thetaMinus = theta.copy();
        private final AtomicInteger copies = new AtomicInteger();

        Copies() {
            super(MemoryMode.FENCED);
        }

        void copy() {
            theta.copyTo(thetaMinus);
            copies.getAndIncrement();
        }

        int copies() {
            return copies.get();
        }
    }

    /** As the Q methods do. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "At 2 and at 4.")
    @Outcome(expect = FORBIDDEN, desc = "A copy too few or too many.")
    @State
    public static class ByTheNumberOfTheStep extends Copies {
        private void step() {
            long now = T.tick();
            if (now % TARGET_INTERVAL == 0) copy();
        }

        @Actor public void one() {
            step();
            step();
        }

        @Actor public void other() {
            step();
            step();
        }

        @Arbiter public void after(I_Result r) {
            r.r1 = copies();
        }
    }

    /** As whoever watches does. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "At 2 and at 4.")
    @Outcome(expect = FORBIDDEN, desc = "A copy too few or too many.")
    @State
    public static class ByEvery extends Copies {
        public ByEvery() {
            T.every(TARGET_INTERVAL, now -> copy());
        }

        @Actor public void one() {
            T.tick();
            T.tick();
        }

        @Actor public void other() {
            T.tick();
            T.tick();
        }

        @Arbiter public void after(I_Result r) {
            r.r1 = copies();
        }
    }

    /** The wrong way. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "It went well this time.")
    @Outcome(id = {"0", "1"}, expect = ACCEPTABLE_INTERESTING, desc = "A copy was missed.")
    @Outcome(id = {"3", "4"}, expect = ACCEPTABLE_INTERESTING, desc = "A copy was made twice.")
    @State
    public static class WrongByReadingAgain extends Copies {
        private void step() {
            T.tick();
            if (T.get() % TARGET_INTERVAL == 0) copy();
        }

        @Actor public void one() {
            step();
            step();
        }

        @Actor public void other() {
            step();
            step();
        }

        @Arbiter public void after(I_Result r) {
            r.r1 = copies();
        }
    }
}
