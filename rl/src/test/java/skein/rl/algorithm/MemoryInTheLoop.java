package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static skein.rl.algorithm.CountingMemory.CLOSE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.algorithm.ScriptedWorld.End;
import skein.rl.thread.StepCounter;

/**
 * How a loop uses a memory, for the tests of every algorithm that has one and goes segment by
 * segment, none of them longer than its episode. The LSTM is a {@link CountingMemory}; of each
 * algorithm it is asked that t_max = 3, γ = ½ and c = ½, so that V is a count, and the gradient of
 * its bias Σ_i (V(s_i) − R_i).
 */
abstract class MemoryInTheLoop {
    static final int T_MAX = 3;
    static final double GAMMA = 0.5;

    private final CountingMemory memory;
    private final List<float[]> gradients = new ArrayList<>();

    /**
     * Prepares the parameters.
     *
     * @param layout of a network as CountingMemory needs it
     */
    MemoryInTheLoop(Layout layout) {
        memory = CountingMemory.of(layout);
    }

    /** Runs the algorithm to its end. */
    abstract void run(Parameters theta, Optimizer optimizer, StepCounter T, ScriptedWorld world);

    private void run(ScriptedWorld world, long steps) {
        run(memory.theta(), (dTheta, eta) -> gradients.add(dTheta.values().clone()),
                new StepCounter(steps), world);
    }

    private float valueError(int update) {
        return memory.valueError(gradients.get(update));
    }

    @Test void bootstrap_sees_one_state_more_than_the_segment() {
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 3);
        // V = 1, 2, 3 and V(s_3) = 4: R_2 = 2 + 4/2 = 4, R_1 = 0 + 4/2 = 2, R_0 = 1 + 2/2 = 2
        // (1 − 2) + (2 − 2) + (3 − 4) = −2
        assertEquals(-2, valueError(0), CLOSE);
    }

    @Test void next_segment_goes_on_with_what_was_remembered_but_not_with_the_bootstrap() {
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 6);
        // V = 4, 5, 6 and V(s_6) = 7: R = 2 + 7/2 = 5.5, then 5.5/2 = 2.75, then 1 + 2.75/2 = 2.375
        // (4 − 2.375) + (5 − 2.75) + (6 − 5.5) = 4.375
        assertEquals(4.375f, valueError(1), CLOSE);
    }

    @Test void segment_of_another_length_goes_on_too() {
        run(new ScriptedWorld(1, End.TERMINATED, 0, 0, 0, 0), 4);
        // 3 steps, bootstrap 4: R = 0.5, 1, 2; then 1 step to the end: V = 4, R = 0
        assertEquals((1 - 0.5f) + (2 - 1) + (3 - 2), valueError(0), CLOSE);
        assertEquals(4, valueError(1), CLOSE);
    }

    @Test void next_episode_begins_without_memory_after_a_real_end() {
        run(new ScriptedWorld(1, End.TERMINATED, 1, 0, 2), 9);
        // R = 2, 1, 1.5: (1 − 1.5) + (2 − 1) + (3 − 2) = 1.5, each time
        for (int k = 0; k < 3; k++) assertEquals(1.5f, valueError(k), CLOSE, "update " + k);
    }

    @Test void next_episode_begins_without_memory_after_a_time_limit() {
        run(new ScriptedWorld(1, End.TRUNCATED, 1, 0, 2), 9);
        for (int k = 0; k < 3; k++) assertEquals(-2, valueError(k), CLOSE, "update " + k);
    }

    @Test void gradient_goes_back_through_the_segment_and_no_further() {
        run(new ScriptedWorld(1, End.NEVER, 1, 0, 2), 6);
        // what one state adds to c moves V(s_3), V(s_4), V(s_5) by 1000 once, twice, three times:
        // 1000 (1.625 · 1 + 2.25 · 2 + 0.5 · 3) = 7625; to the episode's begin it would be
        // 1000 (1.625 · 4 + 2.25 · 5 + 0.5 · 6) = 20,750, and without time 1000 · 4.375
        assertEquals(7625, memory.stepGradient(gradients.get(1)), 10);
    }
}
