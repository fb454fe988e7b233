package skein.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skein.tensor.Kernels;
import skein.tensor.Shape;
import skein.tensor.Tape;

/**
 * The four {@link MemoryMode}s: what each must not lose. That they compute the same is in {@link
 * RecordedUpdatesTest}, that none allocates in {@link SharedMemoryAllocationTest}.
 */
@Timeout(120)
class SharedMemoryTest {
    private static final int THREADS = 4;
    private static final int UPDATES = 20_000;

    private final Layout layout = new Layout();

    private Parameters theta(MemoryMode mode, int size) {
        layout.add("theta", Shape.of(size), Initializer.zeros());
        return layout.zeros().withMemory(mode);
    }

    private Parameters ones() {
        Parameters ones = layout.zeros();
        Arrays.fill(ones.values(), 1);
        return ones;
    }

    /** Each learner makes so many updates of θ by a gradient of ones, all at the same time. */
    private void together(IntFunction<Optimizer> learner, Parameters d, double eta, int updates)
            throws InterruptedException {
        CountDownLatch start = new CountDownLatch(THREADS);
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            Optimizer own = learner.apply(i);
            threads[i] = new Thread(() -> {
                start.countDown();
                while (start.getCount() > 0) Thread.onSpinWait();
                for (int k = 0; k < updates; k++) own.update(d, eta);
            });
            threads[i].start();
        }
        for (Thread thread : threads) thread.join();
    }

    /**
     * With α = 0 g is d² = 1, so with ε = 3 and η = 2 each step is 2 · 1 / √(1 + 3) = 1, or with
     * vector kernels, whose roots are good to 1e-6, so near to it that a lost one shows.
     */
    @ParameterizedTest
    @EnumSource(names = {"ATOMIC", "LOCKED"})
    void four_learners_of_Shared_RMSProp_with_20000_steps_of_1_each_make_80000(MemoryMode mode)
            throws InterruptedException {
        Parameters theta = theta(mode, 37);
        SharedRmsProp rule = new SharedRmsProp(theta, 0, 3);
        together(i -> rule.learner(i, THREADS), ones(), 2, UPDATES);
        for (float value : theta.values()) assertEquals(-THREADS * UPDATES, value, 0.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"ATOMIC", "LOCKED"})
    void four_learners_with_momentum_of_their_own_lose_no_step(MemoryMode mode)
            throws InterruptedException {
        Parameters theta = theta(mode, 37);
        together(i -> new MomentumSgd(theta, 0, i, THREADS), ones(), 1, UPDATES);
        for (float value : theta.values()) assertEquals(-THREADS * UPDATES, value, 0.5);
    }

    /** With d = 0 and α = ½ each update halves g: four times ten of them make 2⁻⁴⁰ of it. */
    @ParameterizedTest
    @EnumSource(names = {"ATOMIC", "LOCKED"})
    void no_halving_of_g_is_lost(MemoryMode mode) throws InterruptedException {
        SharedRmsProp rule = new SharedRmsProp(theta(mode, 1000), 0.5, 1);
        for (int round = 0; round < 200; round++) {
            Arrays.fill(rule.g(), 0x1p40f);
            together(i -> rule.learner(i, THREADS), layout.zeros(), 1, 10);
            for (float value : rule.g()) assertEquals(1, value);
        }
    }

    @Test void a_copy_of_locked_parameters_is_theta_at_one_moment() throws InterruptedException {
        Parameters theta = theta(MemoryMode.LOCKED, 1000);
        Parameters thetaPrime = layout.zeros();
        AtomicBoolean over = new AtomicBoolean();
        Optimizer learner = new MomentumSgd(theta, 0, 1, 2);
        Parameters d = ones();
        Thread writer = new Thread(() -> {
            while (!over.get()) learner.update(d, 1);
        });
        writer.start();
        try {
            for (int k = 0; k < UPDATES; k++) {
                theta.copyTo(thetaPrime);
                float first = thetaPrime.values()[0];
                for (float value : thetaPrime.values()) assertEquals(first, value);
            }
        } finally {
            over.set(true);
            writer.join();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_copy_is_equal_and_has_a_memory_of_its_own(MemoryMode mode) {
        Parameters theta = theta(mode, 3);
        float[] values = {7, 2.5f, -1};
        System.arraycopy(values, 0, theta.values(), 0, 3);
        assertArrayEquals(values, theta.copy().values());
        Parameters thetaPrime = layout.zeros();
        theta.copyTo(thetaPrime);
        assertArrayEquals(values, thetaPrime.values());
        assertSame(MemoryMode.FENCED.create(), theta.copy().memory());
    }

    /** L = 3² + 1², dL/dθ = (6, 2). */
    @Test void a_mode_changes_neither_the_values_nor_where_gradients_go() {
        layout.add("theta", Shape.of(2), Initializer.zeros());
        Parameters d = layout.zeros();
        Parameters plain = layout.zeros().withGradient(d);
        plain.values()[0] = 3;
        plain.values()[1] = 1;
        Parameters locked = plain.withMemory(MemoryMode.LOCKED);
        Tape tape = new Tape(Kernels.create());
        tape.backward(tape.constant(new float[2], 2).sub(locked.get(0)).square().sum());
        assertArrayEquals(new float[] {6, 2}, d.values());
        assertSame(locked.memory(), locked.withGradient(d).memory());
    }

    @ParameterizedTest
    @EnumSource
    void parameters_tell_their_mode_and_pass_it_on_with_their_values(MemoryMode mode) {
        Parameters theta = theta(mode, 1);
        assertEquals(mode, theta.memoryMode());
        assertEquals(mode, theta.withGradient(layout.zeros()).memoryMode());
        assertEquals(mode, theta.tellingCopies(copy -> { }).memoryMode());
        assertEquals(MemoryMode.FENCED, theta.copy().memoryMode());
    }

    @Test void two_locked_sets_of_parameters_do_not_wait_for_each_other() {
        theta(MemoryMode.FENCED, 1);
        assertNotSame(layout.zeros().withMemory(MemoryMode.LOCKED).memory(),
                layout.zeros().withMemory(MemoryMode.LOCKED).memory());
    }

    @Test void atomic_and_locked_lose_no_step() {
        assertEquals(List.of(MemoryMode.FENCED, MemoryMode.OPAQUE),
                Arrays.stream(MemoryMode.values()).filter(MemoryMode::mayLose).toList());
    }

    @Test void a_mode_is_called_as_on_the_command_line() {
        assertEquals("[fenced, opaque, atomic, locked]",
                Arrays.toString(MemoryMode.values()));
    }
}
