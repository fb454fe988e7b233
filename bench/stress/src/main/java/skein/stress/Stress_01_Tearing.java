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

/**
 * A forward pass of a one-step method reads θ itself, plainly, while another learner writes it.
 * JLS 17.7 promises for a float, not for a long or a double, that nobody sees half of it. All four
 * bytes of the new value differ from those of the old one, so half a write could not hide: weights
 * are compared to the last bit.
 *
 * <p>The last test is the first once more with the loop that a learner has by default, Shared
 * RMSProp's. Steps by the roots of vector kernels are good to 1e-6, so its weights are compared to
 * 2e-6; a byte left out of the new value changes it by 5e-6 and more.
 *
 * <p><b>What you should see:</b> "old", "new" and "mixed" in every mode, LOCKED too, because this
 * reader asks for no lock. Never "torn". That weights are mixed is no tearing: each one is whole.
 */
public final class Stress_01_Tearing {
    private static final float NEW = Float.intBitsToFloat(0xc1424344);       // -12.141422; old is 0

    private Stress_01_Tearing() {
    }

    @Outcome(id = {"old", "new"}, expect = ACCEPTABLE, desc = "All weights of one time.")
    @Outcome(id = "mixed", expect = ACCEPTABLE_INTERESTING,
            desc = "Some old, some new, each whole.")
    @Outcome(id = "torn", expect = FORBIDDEN, desc = "A weight that nobody wrote.")
    static class Whole {
    }

    static class StepAndLook extends Weights {
        private final Optimizer optimizer = gradientDescent();

        StepAndLook(MemoryMode mode) {
            super(mode);
        }

        void step() {
            optimizer.update(ONES, -NEW);
        }

        String look() {
            return describe(theta.values().clone(), 0, "old", NEW, "new", "mixed", "torn");
        }
    }

    static class RmsPropStepAndLook extends Weights {
        private final Optimizer optimizer = unitSteps().learner(0, 1);

        RmsPropStepAndLook() {
            super(MemoryMode.FENCED);
        }

        void step() {
            optimizer.update(ONES, -2 * NEW);                // a unit step at η = 2
        }

        String look() {
            return describe(rounded(theta.values(), NEW), 0, "old", NEW, "new", "mixed", "torn");
        }
    }

    @JCStressTest
    @JCStressMeta(Whole.class)
    @State
    public static class Fenced extends StepAndLook {
        public Fenced() {
            super(MemoryMode.FENCED);
        }

        @Actor public void learner() {
            step();
        }

        @Actor public void forwardPass(L_Result r) {
            r.r1 = look();
        }
    }

    @JCStressTest
    @JCStressMeta(Whole.class)
    @State
    public static class Opaque extends StepAndLook {
        public Opaque() {
            super(MemoryMode.OPAQUE);
        }

        @Actor public void learner() {
            step();
        }

        @Actor public void forwardPass(L_Result r) {
            r.r1 = look();
        }
    }

    @JCStressTest
    @JCStressMeta(Whole.class)
    @State
    public static class Atomic extends StepAndLook {
        public Atomic() {
            super(MemoryMode.ATOMIC);
        }

        @Actor public void learner() {
            step();
        }

        @Actor public void forwardPass(L_Result r) {
            r.r1 = look();
        }
    }

    @JCStressTest
    @JCStressMeta(Whole.class)
    @State
    public static class Locked extends StepAndLook {
        public Locked() {
            super(MemoryMode.LOCKED);
        }

        @Actor public void learner() {
            step();
        }

        @Actor public void forwardPass(L_Result r) {
            r.r1 = look();
        }
    }

    @JCStressTest
    @JCStressMeta(Whole.class)
    @State
    public static class RmsProp extends RmsPropStepAndLook {
        @Actor public void learner() {
            step();
        }

        @Actor public void forwardPass(L_Result r) {
            r.r1 = look();
        }
    }
}
