package skein.rl.telemetry;

import java.util.random.RandomGenerator;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.Wrapper;

/** A learner's world, whose steps and returns are counted. */
final class WatchedWorld extends Wrapper {
    private final LearnerTelemetry learner;
    private double total;                    // of this episode's rewards

    WatchedWorld(Environment env, LearnerTelemetry learner) {
        super(env);
        this.learner = learner;
    }

    @Override public float[] reset(RandomGenerator rng) {
        total = 0;
        learner.beganEpisode();
        return env.reset(rng);
    }

    @Override public Step step(int action) {
        return counted(env.step(action));
    }

    @Override public Step step(float[] action) {
        return counted(env.step(action));
    }

    private Step counted(Step step) {
        total += step.reward();
        learner.stepped();
        if (step.last()) learner.endedEpisode(total);
        return step;
    }
}
