package skein.rl.telemetry;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.DD_Result;
import org.openjdk.jcstress.infra.results.D_Result;
import org.openjdk.jcstress.infra.results.JJJ_Result;
import skein.nn.Layout;

/** What telemetry counts: one learner writes, the reporter reads, and nobody waits. */
public final class Stress_10_Figures {
    private static final double ALL_BYTES = Double.longBitsToDouble(0x4142434445464748L);

    private Stress_10_Figures() {
    }

    /**
     * A learner adds up a figure, and the next; the reporter reads the second, then the first.
     *
     * <p><b>What you should see:</b> each of them as it was before or after, whole. The second is
     * new and the first old only where the processor moves stores past each other: not on x86.
     */
    @JCStressTest
    @Outcome(id = {"0.0, 0.0", "2393736.541207228, 2393736.541207228", "0.0, 2393736.541207228"},
            expect = ACCEPTABLE, desc = "In the order in which they were written.")
    @Outcome(id = "2393736.541207228, 0.0", expect = ACCEPTABLE_INTERESTING,
            desc = "Opaque access orders nothing between two cells.")
    @Outcome(expect = FORBIDDEN, desc = "Half a figure.")
    @State
    public static class Whole {
        private final Cells cells = new Cells(2);

        @Actor public void learner() {
            cells.addDouble(0, ALL_BYTES);
            cells.addDouble(1, ALL_BYTES);
        }

        @Actor public void reporter(DD_Result r) {
            r.r1 = cells.getDouble(1);
            r.r2 = cells.getDouble(0);
        }
    }

    /**
     * The same between a begin and an end, and the reporter asks for both.
     *
     * <p><b>What you should see:</b> both old or both new.
     */
    @JCStressTest
    @Outcome(id = {"0.0, 0.0", "2393736.541207228, 2393736.541207228"}, expect = ACCEPTABLE,
            desc = "Neither, or both.")
    @Outcome(expect = FORBIDDEN, desc = "An update with a part of its figures.")
    @State
    public static class Together {
        private final Cells cells = new Cells(2);

        @Actor public void learner() {
            cells.begin();
            cells.addDouble(0, ALL_BYTES);
            cells.addDouble(1, ALL_BYTES);
            cells.end();
        }

        @Actor public void reporter(DD_Result r) {
            long[] both = cells.snapshot();
            r.r1 = Double.longBitsToDouble(both[0]);
            r.r2 = Double.longBitsToDouble(both[1]);
        }
    }

    /**
     * A learner's first episode ends, with a return of 5, and the reporter asks for the mean.
     *
     * <p><b>What you should see:</b> NaN before it, 5 after it. A mean of 0 would have counted an
     * episode whose return was not yet there.
     */
    @JCStressTest
    @Outcome(id = {"NaN", "5.0"}, expect = ACCEPTABLE, desc = "No episode, or this one.")
    @Outcome(expect = FORBIDDEN, desc = "An episode was counted before its return was there.")
    @State
    public static class Returns {
        private static final Layout NOTHING = new Layout();

        private final LearnerTelemetry watch = new Telemetry(NOTHING.zeros(), 1).learner(0);

        @Actor public void learner() {
            watch.endedEpisode(5);
        }

        @Actor public void reporter(D_Result r) {
            r.r1 = watch.read().meanReturn100();
        }
    }

    /**
     * Two learners number their updates.
     *
     * <p><b>What you should see:</b> one is the first, the other the second.
     */
    @JCStressTest
    @Outcome(id = {"0, 1, 2", "1, 0, 2"}, expect = ACCEPTABLE, desc = "Each number once.")
    @Outcome(expect = FORBIDDEN, desc = "Two updates with one number.")
    @State
    public static class Numbers {
        private final Cells updatesOfAll = new Cells(1);

        @Actor public void one(JJJ_Result r) {
            r.r1 = updatesOfAll.getAndAdd(0, 1);
        }

        @Actor public void other(JJJ_Result r) {
            r.r2 = updatesOfAll.getAndAdd(0, 1);
        }

        @Arbiter public void after(JJJ_Result r) {
            r.r3 = updatesOfAll.getAcquire(0);
        }
    }
}
