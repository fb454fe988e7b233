package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RewardScaleTest {
    @Nested class Scaled extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new RewardScale(new CartPole(), 0.1), 50);
        }
    }

    @Nested class ScaledTorque extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new RewardScale(new Pendulum(), 0.02), 50);
        }
    }

    @Test void rewards_7_half_and_minus_3_become_14_1_and_minus_6() {
        Environment env = new RewardScale(new ScriptedWorld(7, 0.5, -3), 2);
        env.reset(new SplittableRandom(1));
        assertEquals(14, env.step(0).reward());
        assertEquals(1, env.step(0).reward());
        assertEquals(-6, env.step(0).reward());
    }

    @Test void hanging_still_costs_pi_squared_times_the_factor() {
        Pendulum pendulum = new Pendulum();
        Environment env = new RewardScale(pendulum, 0.5);
        pendulum.reset(new Pendulum.State(Math.PI, 0));
        assertEquals(-0.5 * Math.PI * Math.PI, env.step(new float[1]).reward(), 1e-12);
    }

    @Test void refuses_a_factor_that_is_not_positive() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            var e = assertThrows(IllegalArgumentException.class,
                    () -> new RewardScale(new CartPole(), bad));
            assertEquals("RewardScale needs a factor > 0, but got " + bad + ".", e.getMessage());
        }
    }
}
