package skein.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import skein.nn.MemoryMode;
import skein.nn.Optimizer;
import skein.nn.SharedRmsProp;

/**
 * Two learners make an update by Shared RMSProp, each a step of −1 for every weight. θ was 0, so it
 * should be −2. Where both have read a weight before either has written it, it is −1: a step is
 * lost.
 *
 * <p><b>What you should see:</b> under FENCED and OPAQUE mostly "both steps", and some samples with
 * "one step" for some or all weights. Under ATOMIC and LOCKED only "both steps".
 */
public final class Stress_02_LostSteps {
    private Stress_02_LostSteps() {
    }

    @Outcome(id = "both steps", expect = ACCEPTABLE, desc = "Nothing was lost.")
    @Outcome(id = {"one step", "some both, some one"}, expect = ACCEPTABLE_INTERESTING,
            desc = "Steps of weights were lost.")
    @Outcome(id = "neither", expect = FORBIDDEN, desc = "A value that no order explains.")
    static class MayLose {
    }

    @Outcome(id = "both steps", expect = ACCEPTABLE, desc = "Nothing was lost.")
    @Outcome(expect = FORBIDDEN, desc = "One was lost.")
    static class MustKeep {
    }

    static class TwoSteps extends Weights {
        private final SharedRmsProp rule = unitSteps();
        private final Optimizer one = rule.learner(0, 1);        // both begin at weight 0,
        private final Optimizer other = rule.learner(0, 1);      // so that they meet

        TwoSteps(MemoryMode mode) {
            super(mode);
        }

        void stepOfOne() {
            one.update(ONES, 2);
        }

        void stepOfOther() {
            other.update(ONES, 2);
        }

        String look() {
            return describe(rounded(theta.values(), -2, -1), -2, "both steps", -1, "one step",
                    "some both, some one", "neither");
        }
    }

    @JCStressTest
    @JCStressMeta(MayLose.class)
    @State
    public static class Fenced extends TwoSteps {
        public Fenced() {
            super(MemoryMode.FENCED);
        }

        @Actor public void one() {
            stepOfOne();
        }

        @Actor public void other() {
            stepOfOther();
        }

        @Arbiter public void after(L_Result r) {
            r.r1 = look();
        }
    }

    @JCStressTest
    @JCStressMeta(MayLose.class)
    @State
    public static class Opaque extends TwoSteps {
        public Opaque() {
            super(MemoryMode.OPAQUE);
        }

        @Actor public void one() {
            stepOfOne();
        }

        @Actor public void other() {
            stepOfOther();
        }

        @Arbiter public void after(L_Result r) {
            r.r1 = look();
        }
    }

    @JCStressTest
    @JCStressMeta(MustKeep.class)
    @State
    public static class Atomic extends TwoSteps {
        public Atomic() {
            super(MemoryMode.ATOMIC);
        }

        @Actor public void one() {
            stepOfOne();
        }

        @Actor public void other() {
            stepOfOther();
        }

        @Arbiter public void after(L_Result r) {
            r.r1 = look();
        }
    }

    @JCStressTest
    @JCStressMeta(MustKeep.class)
    @State
    public static class Locked extends TwoSteps {
        public Locked() {
            super(MemoryMode.LOCKED);
        }

        @Actor public void one() {
            stepOfOne();
        }

        @Actor public void other() {
            stepOfOther();
        }

        @Arbiter public void after(L_Result r) {
            r.r1 = look();
        }
    }
}
