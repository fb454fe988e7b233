package skein.envs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import skein.reference.ReferenceCase;

/** Against recorded trajectories of Gymnasium's Pendulum-v1, Acrobot-v1 and MountainCar-v0. */
@ParameterizedClass
@MethodSource("recordings")
class ControlReferenceTest {
    /** The physics of a world on plain arrays, and how far a free run may drift. */
    private record Physics(String file, int limit, double drift) {
        double[] next(double[] s, double action) {
            return switch (file) {
                case "pendulum" -> array(Pendulum.next(pendulum(s), action));
                case "acrobot" -> array(Acrobot.next(acrobot(s), (int) action));
                default -> array(MountainCar.next(car(s), (int) action));
            };
        }

        double reward(double[] s, double action) {
            return switch (file) {
                case "pendulum" -> Pendulum.reward(pendulum(s), action);
                case "acrobot" -> Acrobot.next(acrobot(s), (int) action).reached() ? 0 : -1;
                default -> -1;
            };
        }

        boolean terminated(double[] s) {
            return switch (file) {
                case "pendulum" -> false;
                case "acrobot" -> acrobot(s).reached();
                default -> car(s).arrived();
            };
        }

        private static Pendulum.State pendulum(double[] s) {
            return new Pendulum.State(s[0], s[1]);
        }

        private static Acrobot.State acrobot(double[] s) {
            return new Acrobot.State(s[0], s[1], s[2], s[3]);
        }

        private static MountainCar.State car(double[] s) {
            return new MountainCar.State(s[0], s[1]);
        }

        private static double[] array(Pendulum.State s) {
            return new double[] {s.a(), s.w()};
        }

        private static double[] array(Acrobot.State s) {
            return new double[] {s.a1(), s.a2(), s.w1(), s.w2()};
        }

        private static double[] array(MountainCar.State s) {
            return new double[] {s.x(), s.v()};
        }
    }

    private record Recording(Physics physics, ReferenceCase recorded) {
        @Override public String toString() {
            return recorded.toString();
        }
    }

    @Parameter Recording recording;

    static Stream<Recording> recordings() {
        return Stream.of(new Physics("pendulum", 200, 1e-15), new Physics("acrobot", 500, 1e-8),
                new Physics("mountaincar", 200, 0)).flatMap(ControlReferenceTest::load);
    }

    private static Stream<Recording> load(Physics physics) {
        List<ReferenceCase> cases = ReferenceCase.load(physics.file());
        return cases.stream().map(recorded -> new Recording(physics, recorded));
    }

    private double[] values(String key) {
        return recording.recorded.get(key).values();
    }

    /** The recorded state before step t, that is after t steps. */
    private double[] stateBefore(int t) {
        int n = values("init").length;
        if (t == 0) return values("init");
        return Arrays.copyOfRange(values("states"), n * (t - 1), n * t);
    }

    private static void assertNear(double[] expected, double[] actual, double tolerance, int t) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            double scale = Math.max(1, Math.abs(expected[i]));
            if (Math.abs(expected[i] - actual[i]) <= tolerance * scale) continue;
            assertArrayEquals(expected, actual, "step " + t);
        }
    }

    @Test void each_single_step_from_a_recorded_state_is_within_1e_12() {
        Physics physics = recording.physics;
        double[] actions = values("actions");
        for (int t = 0; t < actions.length; t++) {
            double[] s = stateBefore(t);
            assertNear(stateBefore(t + 1), physics.next(s, actions[t]), 1e-12, t + 1);
            double reward = values("rewards")[t];
            assertEquals(reward, physics.reward(s, actions[t]), 1e-12 * (1 + Math.abs(reward)));
            assertEquals(values("terminated")[t] == 1, physics.terminated(stateBefore(t + 1)));
        }
    }

    @Test void a_free_run_drifts_no_further_than_stated() {
        double[] actions = values("actions");
        double[] s = stateBefore(0);
        for (int t = 0; t < actions.length; t++) {
            s = recording.physics.next(s, actions[t]);
            assertNear(stateBefore(t + 1), s, recording.physics.drift, t + 1);
        }
    }

    /** The world itself, with its limit, from the recorded start; Pendulum's torques as floats. */
    @Test void a_free_run_of_the_world_has_the_recorded_rewards_flags_and_observations() {
        Function<Environment, float[]> restart = restart();
        Environment world = switch (recording.physics.file) {
            case "pendulum" -> new Pendulum();
            case "acrobot" -> new Acrobot();
            default -> new MountainCar();
        };
        Environment env = new TimeLimit(world, recording.physics.limit);
        env.reset(new SplittableRandom(1));
        restart.apply(world);
        double[] actions = values("actions");
        for (int t = 0; t < actions.length; t++) {
            Step step = env.actionSpace() instanceof Box
                    ? env.step(new float[] {(float) actions[t]}) : env.step((int) actions[t]);
            boolean terminated = values("terminated")[t] == 1;
            assertEquals(terminated, step.terminated(), "step " + (t + 1));
            assertEquals(values("truncated")[t] == 1 && !terminated, step.truncated());
            assertEquals(t == actions.length - 1, step.last());
            assertEquals(values("rewards")[t], step.reward(), 1e-4);
            assertArrayEquals(observation(t), step.observation(), 1e-4f, "step " + (t + 1));
        }
    }

    private Function<Environment, float[]> restart() {
        double[] s = values("init");
        return switch (recording.physics.file) {
            case "pendulum" -> env -> ((Pendulum) env).reset(Physics.pendulum(s));
            case "acrobot" -> env -> ((Acrobot) env).reset(Physics.acrobot(s));
            default -> env -> ((MountainCar) env).reset(Physics.car(s));
        };
    }

    /** What the agent has to see after step t. */
    private float[] observation(int t) {
        if (recording.recorded.has("obs32")) {
            return Arrays.copyOfRange(recording.recorded.get("obs32").floats(), 3 * t, 3 * t + 3);
        }
        double[] s = stateBefore(t + 1);
        if (s.length == 2) return new float[] {(float) s[0], (float) s[1]};
        return new float[] {(float) Math.cos(s[0]), (float) Math.sin(s[0]), (float) Math.cos(s[1]),
            (float) Math.sin(s[1]), (float) s[2], (float) s[3]};
    }
}
