package skein.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import skein.nn.MemoryMode;
import skein.nn.Optimizer;
import skein.nn.Parameters;

/**
 * θ′ ← θ while another learner makes its update. A copy takes its time, and so does an update;
 * where they overlap, the copy holds some weights from before and some from after.
 *
 * <p><b>What you should see:</b> "mixed" in every mode but LOCKED, ATOMIC too: that each weight is
 * changed in one step does not make one step of all of them. The paper takes a mixed θ′ as it is: a
 * point close to both.
 */
public final class Stress_04_Copies {
    private Stress_04_Copies() {
    }

    @Outcome(id = {"before", "after"}, expect = ACCEPTABLE, desc = "θ as it was at one moment.")
    @Outcome(id = "mixed", expect = ACCEPTABLE_INTERESTING, desc = "Weights from before and after.")
    @Outcome(id = "neither", expect = FORBIDDEN, desc = "A weight that nobody wrote.")
    static class MayMix {
    }

    @Outcome(id = {"before", "after"}, expect = ACCEPTABLE, desc = "θ as it was at one moment.")
    @Outcome(expect = FORBIDDEN, desc = "No copy of whole updates.")
    static class MustNotMix {
    }

    static class StepAndCopy extends Weights {
        private final Optimizer optimizer = gradientDescent();
        private final Parameters thetaPrime = thetaPrime();

        StepAndCopy(MemoryMode mode) {
            super(mode);
        }

        void step() {
            optimizer.update(ONES, 1);
        }

        String copy() {
            theta.copyTo(thetaPrime);
            return describe(thetaPrime.values(), 0, "before", -1, "after", "mixed", "neither");
        }
    }

    @JCStressTest
    @JCStressMeta(MayMix.class)
    @State
    public static class Fenced extends StepAndCopy {
        public Fenced() {
            super(MemoryMode.FENCED);
        }

        @Actor public void learner() {
            step();
        }

        @Actor public void other(L_Result r) {
            r.r1 = copy();
        }
    }

    @JCStressTest
    @JCStressMeta(MayMix.class)
    @State
    public static class Opaque extends StepAndCopy {
        public Opaque() {
            super(MemoryMode.OPAQUE);
        }

        @Actor public void learner() {
            step();
        }

        @Actor public void other(L_Result r) {
            r.r1 = copy();
        }
    }

    @JCStressTest
    @JCStressMeta(MayMix.class)
    @State
    public static class Atomic extends StepAndCopy {
        public Atomic() {
            super(MemoryMode.ATOMIC);
        }

        @Actor public void learner() {
            step();
        }

        @Actor public void other(L_Result r) {
            r.r1 = copy();
        }
    }

    @JCStressTest
    @JCStressMeta(MustNotMix.class)
    @State
    public static class Locked extends StepAndCopy {
        public Locked() {
            super(MemoryMode.LOCKED);
        }

        @Actor public void learner() {
            step();
        }

        @Actor public void other(L_Result r) {
            r.r1 = copy();
        }
    }
}
