package skein.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skein.nn.Initializer;
import skein.nn.Layout;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.tensor.Shape;

class StripedUpdateTest {
    private static final int THREADS = 4;
    private static final int UPDATES = 2_000;

    private final Layout layout = new Layout();

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 63, 64, 65, 1000, 1024, 1025, 10_000})
    void every_weight_is_updated_once_as_without_locks(int weights) {
        layout.add("weights", Shape.of(weights), Initializer.zeros());
        Parameters dTheta = layout.zeros();
        SplittableRandom rng = new SplittableRandom(1);
        for (int i = 0; i < weights; i++) dTheta.values()[i] = (float) rng.nextDouble(-1, 1);
        Parameters expected = layout.zeros();
        Parameters theta = layout.zeros();
        Optimizer unlocked = new SharedRmsProp(expected, 0.99, 0.1).learner(0, 1);
        Optimizer striped = new StripedUpdate(theta, 0.99, 0.1).learner(2, 3);
        for (int update = 0; update < 3; update++) {
            unlocked.update(dTheta, 0.01);
            striped.update(dTheta, 0.01);
        }
        assertArrayEquals(expected.values(), theta.values(), 1e-7f);
    }

    @Test void no_step_of_four_threads_is_lost() throws InterruptedException {
        // α = 0 makes g = 1 at once, and with ε = 3 the root is 2: each step is 0.5 · 1 / 2 = 1/4.
        layout.add("weights", Shape.of(1000), Initializer.zeros());
        Parameters theta = layout.zeros();
        Parameters dTheta = layout.zeros();
        Arrays.fill(dTheta.values(), 1);
        StripedUpdate shared = new StripedUpdate(theta, 0, 3);
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            Optimizer own = shared.learner(i, THREADS);
            threads[i] = new Thread(() -> {
                for (int k = 0; k < UPDATES; k++) own.update(dTheta, 0.5);
            });
        }
        for (Thread thread : threads) thread.start();
        for (Thread thread : threads) thread.join();
        for (float weight : theta.values()) assertEquals(-THREADS * UPDATES / 4f, weight, 0.01f);
    }
}
