package skein.lab.train;

import java.util.function.BooleanSupplier;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.Wrapper;

/** A world whose episodes end at their next step once somebody wants no more of them. */
final class Hurried extends Wrapper {
    private final BooleanSupplier unwanted;

    Hurried(Environment env, BooleanSupplier unwanted) {
        super(env);
        this.unwanted = unwanted;
    }

    @Override public Step step(int action) {
        return hurried(env.step(action));
    }

    @Override public Step step(float[] action) {
        return hurried(env.step(action));
    }

    private Step hurried(Step step) {
        return step.last() || !unwanted.getAsBoolean() ? step
                : new Step(step.observation(), step.reward(), false, true);
    }
}
