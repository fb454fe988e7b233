package skein.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import skein.reference.ReferenceCase;
import skein.tensor.Shape;

/**
 * Twenty updates of each rule, in each {@link MemoryMode} that it knows, at a constant and at an
 * annealed rate, as NumPy made them.
 */
class RecordedUpdatesTest {
    /** A rule at work, and its running average. */
    private record Rule(Optimizer optimizer, Supplier<float[]> state) {
        static Rule of(ReferenceCase recorded, Parameters theta, int i, int of) {
            switch (recorded.meta("rule")) {
                case "rmsprop", "rmsprop_torch" -> {
                    SharedRmsProp rule = new SharedRmsProp(theta, recorded.number("alpha"),
                            recorded.number("eps"));
                    return new Rule(rule.learner(i, of), rule::g);
                }
                case "momentum", "sgd" -> {
                    double alpha = recorded.hasMeta("alpha") ? recorded.number("alpha") : 0;
                    MomentumSgd rule = new MomentumSgd(theta, alpha, i, of);
                    return new Rule(rule, rule::m);
                }
                default -> {
                    Adam rule = new Adam(theta, recorded.number("beta1"), recorded.number("beta2"),
                            recorded.number("eps"));
                    return new Rule(rule, rule::v);
                }
            }
        }
    }

    @TestFactory List<DynamicTest> twenty_updates_wherever_the_learner_begins() {
        List<DynamicTest> tests = new ArrayList<>();
        for (ReferenceCase recorded : ReferenceCase.load("optim-updates")) {
            if (recorded.meta("rule").equals("rmsprop_torch")) continue;
            for (MemoryMode mode : MemoryMode.values()) {
                if (recorded.meta("rule").equals("adam") && mode != MemoryMode.FENCED) continue;
                addLearners(tests, recorded, mode);
            }
        }
        assertEquals(((5 + 3 + 1) * 4 + 2) * 3, tests.size());
        return tests;
    }

    private static void addLearners(List<DynamicTest> tests, ReferenceCase recorded,
                                    MemoryMode mode) {
        for (int i = 0; i < 3; i++) {
            int learner = i;
            tests.add(dynamicTest(recorded + ", " + mode + ", learner " + i + " of 3",
                    () -> check(recorded, mode, learner, 3)));
        }
    }

    /** PyTorch's RMSProp divides by √g + ε: with that, or with ours taken for it, these differ. */
    @TestFactory List<DynamicTest> epsilon_outside_the_root_is_another_rule() {
        List<DynamicTest> tests = new ArrayList<>();
        for (ReferenceCase recorded : ReferenceCase.load("optim-updates")) {
            if (!recorded.meta("rule").equals("rmsprop_torch")) continue;
            if (recorded.number("eps") < 1e-6) continue;            // too small to be told apart
            tests.add(dynamicTest(recorded.toString(), () -> assertThrows(AssertionError.class,
                    () -> check(recorded, MemoryMode.FENCED, 0, 1))));
        }
        assertEquals(1, tests.size());
        return tests;
    }

    private static void check(ReferenceCase recorded, MemoryMode mode, int i, int of) {
        int updates = recorded.get("grads").dims()[0];
        int size = recorded.get("grads").dims()[1];
        Layout layout = new Layout();
        layout.add("theta", Shape.of(size), Initializer.zeros());
        Parameters theta = layout.zeros().withMemory(mode);
        System.arraycopy(recorded.get("theta0").floats(), 0, theta.values(), 0, size);
        Parameters d = layout.zeros();
        Rule rule = Rule.of(recorded, theta, i, of);
        double lr = recorded.number("lr");
        float[][] seen = {new float[updates * size], new float[updates * size]};
        for (int k = 0; k < updates; k++) {
            System.arraycopy(recorded.get("grads").floats(), k * size, d.values(), 0, size);
            double eta = recorded.hasMeta("anneal_steps")
                    ? new LinearAnnealing(lr, (long) recorded.number("anneal_steps")).at(k) : lr;
            rule.optimizer().update(d, eta);
            System.arraycopy(theta.values(), 0, seen[0], k * size, size);
            System.arraycopy(rule.state().get(), 0, seen[1], k * size, size);
        }
        recorded.check("theta", seen[0]);
        recorded.check("state", seen[1]);
    }
}
