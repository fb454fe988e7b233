package skein.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skein.tensor.Shape;

/**
 * What {@link SharedRmsProp} promises whoever wins: g is a mean of squares, so never negative nor
 * above the largest of them, and each step is bounded. A centred average, g − m², keeps neither
 * under races: g and m may come from different updates, and the root of what is below 0 is NaN.
 */
class SharedRmsPropRaceTest {
    private static final int WEIGHTS = 64;
    private static final int UPDATES = 5000;
    private static final double ETA = 1e-3;
    private static final float LARGEST = 8;

    private final Layout layout = new Layout();

    @ParameterizedTest(name = "{0}, {1} threads")
    @CsvSource({"FENCED, 2", "FENCED, 3", "FENCED, 4", "OPAQUE, 3", "ATOMIC, 3", "LOCKED, 3"})
    @Timeout(60)
    void whoever_wins_everything_stays_finite_and_within_its_bounds(MemoryMode mode, int threads)
            throws InterruptedException {
        layout.add("theta", Shape.of(WEIGHTS), Initializer.zeros());
        Parameters theta = layout.zeros().withMemory(mode);
        SharedRmsProp rule = new SharedRmsProp(theta, 0.99, 1e-8);
        CyclicBarrier start = new CyclicBarrier(threads);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread[] learners = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            Optimizer optimizer = rule.learner(i, threads);
            SplittableRandom rng = new SplittableRandom(i);
            learners[i] = new Thread(() -> learn(start, optimizer, rng, rule, theta));
            learners[i].setUncaughtExceptionHandler((thread, e) -> failure.set(e));
            learners[i].start();
        }
        for (Thread learner : learners) learner.join();

        assertNull(failure.get());
        double farthest = threads * UPDATES * ETA / Math.sqrt(1 - 0.99) * 1.001;
        for (float value : theta.values()) assertEquals(0, value, farthest);
        checkAverage(rule);
    }

    /** Many updates by gradients of very different sizes, looking at the shared state between. */
    private void learn(CyclicBarrier start, Optimizer optimizer, SplittableRandom rng,
                       SharedRmsProp rule, Parameters theta) {
        try {
            start.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        Parameters dTheta = layout.zeros();
        Parameters thetaPrime = layout.zeros();
        for (int k = 0; k < UPDATES; k++) {
            float size = rng.nextBoolean() ? LARGEST : 1e-4f;
            for (int i = 0; i < WEIGHTS; i++) {
                dTheta.values()[i] = rng.nextBoolean() ? size : -size * rng.nextFloat();
            }
            optimizer.update(dTheta, ETA);
            theta.copyTo(thetaPrime);
            assertNull(thetaPrime.firstNotFinite());
            if (k % 100 == 0) checkAverage(rule);
        }
    }

    private static void checkAverage(SharedRmsProp rule) {
        for (float value : rule.g()) {
            assertTrue(value >= 0 && value <= 1.001f * LARGEST * LARGEST, "g " + value);
        }
    }
}
