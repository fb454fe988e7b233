package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static skein.rl.algorithm.CountingMemory.CLOSE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skein.envs.Environment;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.ScriptedWorld.End;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.network.Trunk;
import skein.rl.thread.StepCounter;

/**
 * How the loops of A2C and PPO use a memory of each world. The LSTM is a {@link CountingMemory}; of
 * each algorithm it is asked that t_max = 3, γ = ½, λ = 1 and c = ½, and one update for each batch:
 * then V is a count, and the gradient of its bias the mean of V(s_i) − R_i.
 */
abstract class MemoryInManyWorlds {
    static final int T_MAX = 3;
    static final double GAMMA = 0.5;

    final ActorCriticNetwork network = new ActorCriticNetwork(
            Trunk.mlp(new Layout(), "trunk", 1, 1).withLstm(1), 1);
    final CountingMemory memory = CountingMemory.of(network.layout());
    final List<float[]> gradients = new ArrayList<>();

    /** Runs the algorithm to its end. */
    abstract void run(Parameters theta, Optimizer optimizer, StepCounter T, Environment[] envs);

    private void run(long steps, Environment... envs) {
        run(memory.theta(), (dTheta, eta) -> gradients.add(dTheta.values().clone()),
                new StepCounter(steps), envs);
    }

    /** The sum over all rows of an update's batch. */
    private float valueError(int update, int rows) {
        return rows * memory.valueError(gradients.get(update));
    }

    @Test void bootstrap_sees_one_state_more_than_the_segment() {
        run(2, new ScriptedWorld(1, End.NEVER, 1, 0, 2));
        // V = 1, 2, 3 and V(s_3) = 4: R_2 = 2 + 4/2 = 4, R_1 = 0 + 4/2 = 2, R_0 = 1 + 2/2 = 2
        assertEquals((1 - 2) + (2 - 2) + (3 - 4), valueError(0, 3), CLOSE);
    }

    @Test void next_segment_goes_on_with_what_was_remembered_but_not_with_the_bootstrap() {
        run(5, new ScriptedWorld(1, End.NEVER, 1, 0, 2));
        // V = 4, 5, 6 and V(s_6) = 7: R = 2 + 7/2 = 5.5, then 5.5/2 = 2.75, then 1 + 2.75/2 = 2.375
        assertEquals((4 - 2.375f) + (5 - 2.75f) + (6 - 5.5f), valueError(1, 3), CLOSE);
    }

    @Test void episode_that_really_ends_within_is_forgotten_in_acting_and_in_learning() {
        run(5, new ScriptedWorld(1, End.TERMINATED, 1, 4));
        // V = 1, 2 | 1, and V of the next is 2: R = 1 + 4/2 = 3, 4 | 1 + 2/2 = 2
        assertEquals((1 - 3) + (2 - 4) + (1 - 2), valueError(0, 3), CLOSE);
        // V = 2 | 1, 2: R = 4 | 1 + 4/2 = 3, 4
        assertEquals((2 - 4) + (1 - 3) + (2 - 4), valueError(1, 3), CLOSE);
    }

    @Test void time_limit_within_bootstraps_from_the_old_episode_and_forgets_it() {
        run(2, new ScriptedWorld(1, End.TRUNCATED, 1, 4));
        // V(s_2) would be 3: R = 1 + 5.5/2 = 3.75, 4 + 3/2 = 5.5 | 2
        assertEquals((1 - 3.75f) + (2 - 5.5f) + (1 - 2), valueError(0, 3), CLOSE);
    }

    @Test void each_world_has_a_memory_of_its_own() {
        run(8, new ScriptedWorld(1, End.TERMINATED, 1), new ScriptedWorld(1, End.TRUNCATED, 1, 4),
                new ScriptedWorld(1, End.NEVER, 1, 0, 2));
        // the first world: V = 1, R = 1, always; the others as above
        assertEquals(0 - 7.25f - 2, valueError(0, 9), CLOSE);
    }

    @Test void gradient_goes_back_to_the_begin_of_the_segment_and_no_further() {
        run(5, new ScriptedWorld(1, End.NEVER, 1, 0, 2));
        // what one state adds to c moves V(s_3), V(s_4), V(s_5) by 1000 once, twice, three times
        assertEquals(1000 * (1.625f * 1 + 2.25f * 2 + 0.5f * 3),
                3 * memory.stepGradient(gradients.get(1)), 10);
    }

    @Test void gradient_does_not_go_back_into_another_episode() {
        run(2, new ScriptedWorld(1, End.TERMINATED, 1, 4));
        // it moves V by 1000 once, twice | once
        assertEquals(1000 * (-2 * 1 - 2 * 2 - 1 * 1), 3 * memory.stepGradient(gradients.get(0)),
                10);
    }
}
