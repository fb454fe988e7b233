package skein.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandWrittenTest {
    @ParameterizedTest
    @ValueSource(strings = {"plain", "vector"})
    void the_gradient_by_hand_is_the_tapes(String kernels) {
        String before = System.getProperty("skein.kernels", "auto");
        try {
            Bench_06_Tape bench = new Bench_06_Tape();
            bench.kernels = kernels;
            bench.prepare();                                 // throws if they differ
            float[] byHand = bench.handWritten().clone();
            float[] byNewTape = bench.newTape();
            for (int i = 0; i < byHand.length; i++) assertEquals(byNewTape[i], byHand[i], 1e-3f);
        } finally {
            System.setProperty("skein.kernels", before);
        }
    }

    @Test void a_dot_product_is_the_same_in_all_its_forms() {
        Bench_05_Dot bench = new Bench_05_Dot();
        String before = System.getProperty("skein.kernels", "auto");
        try {
            bench.n = 128;
            bench.prepare();
            float sum = bench.oneSum();
            assertEquals(sum, bench.fourSums(), 1e-16f);
            assertEquals(sum, bench.reference(), 1e-16f);
            assertEquals(2 * sum, bench.plain(), 1e-16f);    // kernels add to what is there
            assertEquals(3 * sum, bench.vector(), 1e-16f);
        } finally {
            System.setProperty("skein.kernels", before);
        }
    }
}
