package skein.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJJ_Result;
import skein.rl.thread.StepCounter;

/**
 * Three learners take a step at the same time. T counts each once, and tells each another number.
 *
 * <p><b>What you should see:</b> the six orders of 1, 2, 3, and at the end always 3.
 */
@JCStressTest
@Outcome(id = {"1, 2, 3, 3", "1, 3, 2, 3", "2, 1, 3, 3", "2, 3, 1, 3", "3, 1, 2, 3", "3, 2, 1, 3"},
        expect = ACCEPTABLE, desc = "Each number once.")
@Outcome(expect = FORBIDDEN, desc = "A step was not counted, or two got the same number.")
@State
public class Stress_06_Steps {
    private final StepCounter T = new StepCounter(100);

    @Actor public void first(JJJJ_Result r) {
        r.r1 = T.tick();
    }

    @Actor public void second(JJJJ_Result r) {
        r.r2 = T.tick();
    }

    @Actor public void third(JJJJ_Result r) {
        r.r3 = T.tick();
    }

    @Arbiter public void after(JJJJ_Result r) {
        r.r4 = T.get();
    }
}
