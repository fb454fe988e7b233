package skein.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;
import skein.rl.thread.StepCounter;

/**
 * Ctrl-C, a learner that failed, a reporter that failed: T.stop() ends training. A learner that
 * runs "until T &gt; T_max, or stopped" must see that, soon, and with it what was done before.
 *
 * <p><b>What you should see:</b> always TERMINATED with the real flag. With a plain boolean, once
 * the JIT compiler has had its turn, STALE: nothing says that anybody else could change it, so the
 * compiler reads it once, before the loop, and the learner runs for ever.
 */
public final class Stress_08_Stop {
    private Stress_08_Stop() {
    }

    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "The learner saw the flag.")
    @Outcome(id = "STALE", expect = FORBIDDEN, desc = "The learner runs on.")
    @State
    public static class IsSeen {
        private final StepCounter T = new StepCounter(Long.MAX_VALUE);

        @Actor public void learner() {
            while (!T.exceeded()) {
                // between two looks a learner would act and learn
            }
        }

        @Signal public void controlC() {
            T.stop();
        }
    }

    /** The wrong way. */
    @JCStressTest(Mode.Termination)
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "It went well this time.")
    @Outcome(id = "STALE", expect = ACCEPTABLE_INTERESTING, desc = "The learner runs on.")
    @State
    public static class WrongWithoutVolatile {
        private boolean stopped;

        @Actor public void learner() {
            while (!stopped) {
                // between two looks a learner would act and learn
            }
        }

        @Signal public void controlC() {
            stopped = true;
        }
    }

    /** What a learner did before it stopped all is seen by whoever sees the flag. */
    @JCStressTest
    @Outcome(id = {"true, 1", "false, 0", "false, 1"}, expect = ACCEPTABLE, desc = "As promised.")
    @Outcome(expect = FORBIDDEN, desc = "The flag came before what was done before it.")
    @State
    public static class WithWhatWasBefore {
        private final StepCounter T = new StepCounter(Long.MAX_VALUE);
        private int reason;

        @Actor public void learner() {
            reason = 1;
            T.stop();
        }

        @Actor public void other(ZI_Result r) {
            r.r1 = T.exceeded();
            r.r2 = reason;
        }
    }
}
