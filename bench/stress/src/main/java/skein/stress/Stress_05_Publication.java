package skein.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;
import skein.nn.MemoryMode;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.thread.StepCounter;

/**
 * One learner updates θ and then takes a step: T ← T + 1. Another looks at T, and then copies θ. If
 * it saw the step it sees all of the update: adding to T is a volatile access, and what was written
 * before it is seen by whoever has read it. So even where nothing else is promised about when an
 * update is seen, it is seen after the next step of T.
 *
 * <p><b>What you should see:</b> never "step seen, update not" nor "step seen, update in part".
 * While T is still 0 everything may be.
 */
public final class Stress_05_Publication {
    private Stress_05_Publication() {
    }

    @Outcome(id = "step seen, update seen", expect = ACCEPTABLE, desc = "As it is promised.")
    @Outcome(id = "step not seen", expect = ACCEPTABLE, desc = "Then nothing is promised.")
    @Outcome(expect = FORBIDDEN, desc = "An update that stayed behind its step.")
    static class Published {
    }

    static class UpdateAndTick extends Weights {
        private final Optimizer optimizer = gradientDescent();
        private final StepCounter T = new StepCounter(100);
        private final Parameters thetaPrime = thetaPrime();

        UpdateAndTick(MemoryMode mode) {
            super(mode);
        }

        void updateAndTick() {
            optimizer.update(ONES, 1);
            T.tick();
        }

        String look() {
            return T.get() == 0 ? "step not seen" : Stress_05_Publication.look(theta, thetaPrime);
        }
    }

    private static String look(Parameters theta, Parameters thetaPrime) {
        theta.copyTo(thetaPrime);
        return Weights.describe(thetaPrime.values(), -1, "step seen, update seen",
                0, "step seen, update not", "step seen, update in part", "neither");
    }

    @JCStressTest
    @JCStressMeta(Published.class)
    @State
    public static class Fenced extends UpdateAndTick {
        public Fenced() {
            super(MemoryMode.FENCED);
        }

        @Actor public void learner() {
            updateAndTick();
        }

        @Actor public void other(L_Result r) {
            r.r1 = look();
        }
    }

    static class UpdateAndRaise extends Weights {
        private static final VarHandle STEP;

        static {
            try {
                STEP = MethodHandles.lookup().findVarHandle(UpdateAndRaise.class, "step",
                        int.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private final Optimizer optimizer = gradientDescent();
        private final Parameters thetaPrime = thetaPrime();
        private int step;

        UpdateAndRaise() {
            super(MemoryMode.FENCED);
        }

        void updateAndRaise() {
            optimizer.update(ONES, 1);
            STEP.setOpaque(this, 1);
        }

        String look() {
            return (int) STEP.getOpaque(this) == 0 ? "step not seen"
                    : Stress_05_Publication.look(theta, thetaPrime);
        }
    }

    /**
     * The same by a flag that promises nothing about θ: here it is the fences of update and copyTo
     * that do. (x86 would keep the order without them; AArch64 need not.)
     */
    @JCStressTest
    @JCStressMeta(Published.class)
    @State
    public static class FencedByAnOpaqueFlag extends UpdateAndRaise {
        @Actor public void learner() {
            updateAndRaise();
        }

        @Actor public void other(L_Result r) {
            r.r1 = look();
        }
    }

    /**
     * A copy to θ⁻, which is read as it is by whoever computes a target: whole, once T has the next
     * step of the thread that copied.
     */
    @JCStressTest
    @JCStressMeta(Published.class)
    @State
    public static class TargetNetwork {
        private final Parameters thetaMinus = Weights.thetaPrime();
        private final StepCounter T = new StepCounter(100);

        @Actor public void learner() {
            Weights.ONES.copyTo(thetaMinus);
            T.tick();
        }

        @Actor public void other(L_Result r) {
            r.r1 = T.get() == 0 ? "step not seen"
                    : Weights.describe(thetaMinus.values().clone(), 1, "step seen, update seen",
                    0, "step seen, update not", "step seen, update in part", "neither");
        }
    }

    @JCStressTest
    @JCStressMeta(Published.class)
    @State
    public static class Opaque extends UpdateAndTick {
        public Opaque() {
            super(MemoryMode.OPAQUE);
        }

        @Actor public void learner() {
            updateAndTick();
        }

        @Actor public void other(L_Result r) {
            r.r1 = look();
        }
    }

    @JCStressTest
    @JCStressMeta(Published.class)
    @State
    public static class Atomic extends UpdateAndTick {
        public Atomic() {
            super(MemoryMode.ATOMIC);
        }

        @Actor public void learner() {
            updateAndTick();
        }

        @Actor public void other(L_Result r) {
            r.r1 = look();
        }
    }

    @JCStressTest
    @JCStressMeta(Published.class)
    @State
    public static class Locked extends UpdateAndTick {
        public Locked() {
            super(MemoryMode.LOCKED);
        }

        @Actor public void learner() {
            updateAndTick();
        }

        @Actor public void other(L_Result r) {
            r.r1 = look();
        }
    }
}
