package skein.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.Arrays;
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
 * The same for Shared RMSProp's g: two learners update with a gradient of 0 at α = ½, and each
 * update halves g. g was 4, so it should be 1; if one is lost it is 2. There is no machine
 * instruction for g ← α g + (1 − α) d², so ATOMIC has to try until nobody came between.
 *
 * <p><b>What you should see:</b> under FENCED and OPAQUE some "halved once", under ATOMIC and
 * LOCKED none.
 */
public final class Stress_03_LostSquares {
    private Stress_03_LostSquares() {
    }

    @Outcome(id = "halved twice", expect = ACCEPTABLE, desc = "Nothing was lost.")
    @Outcome(id = {"halved once", "some twice, some once"}, expect = ACCEPTABLE_INTERESTING,
            desc = "An update of g was lost.")
    @Outcome(id = "neither", expect = FORBIDDEN, desc = "A value that no order explains.")
    static class MayLose {
    }

    @Outcome(id = "halved twice", expect = ACCEPTABLE, desc = "Nothing was lost.")
    @Outcome(expect = FORBIDDEN, desc = "One was lost.")
    static class MustKeep {
    }

    static class TwoHalvings extends Weights {
        private final SharedRmsProp rule = new SharedRmsProp(theta, 0.5, 1);
        private final Optimizer one = rule.learner(0, 1);        // both begin at weight 0,
        private final Optimizer other = rule.learner(0, 1);      // so that they meet

        TwoHalvings(MemoryMode mode) {
            super(mode);
            Arrays.fill(rule.g(), 4);
        }

        void stepOfOne() {
            one.update(ZEROS, 1);
        }

        void stepOfOther() {
            other.update(ZEROS, 1);
        }

        String look() {
            return describe(rule.g(), 1, "halved twice", 2, "halved once",
                    "some twice, some once", "neither");
        }
    }

    @JCStressTest
    @JCStressMeta(MayLose.class)
    @State
    public static class Fenced extends TwoHalvings {
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
    public static class Opaque extends TwoHalvings {
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
    public static class Atomic extends TwoHalvings {
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
    public static class Locked extends TwoHalvings {
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
