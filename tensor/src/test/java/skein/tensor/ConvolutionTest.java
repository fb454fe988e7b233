package skein.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import skein.reference.ReferenceCase;

/** Convolution, forward and backward, on all kernels. */
class ConvolutionTest {
    private final Tape tape = new Tape(new ReferenceKernels());

    private Tensor zeros(int... dims) {
        Shape shape = Shape.of(dims);
        return tape.variable(new float[shape.size()], shape);
    }

    private static List<DynamicTest> onAllKernels(Consumer<Kernels> test) {
        return AllKernels.list().stream()
                .map(kernels -> dynamicTest("on " + kernels, () -> test.accept(kernels))).toList();
    }

    @TestFactory List<DynamicTest> recorded_cases() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Kernels kernels : AllKernels.list()) {
            Tape tape = new Tape(kernels);
            for (ReferenceCase recorded : ReferenceCase.load("layers-conv2d")) {
                tests.add(dynamicTest(recorded + " on " + kernels, () -> check(recorded, tape)));
            }
        }
        assertEquals(10 * AllKernels.list().size(), tests.size());
        return tests;
    }

    private static void check(ReferenceCase recorded, Tape tape) {
        tape.clear();
        Tensor x = variable(recorded, "x", tape);
        Tensor w = variable(recorded, "W", tape);
        Tensor b = variable(recorded, "b", tape);
        Tensor y = x.conv2d(w, b, (int) recorded.number("stride"), (int) recorded.number("pad"));
        assertEquals(Shape.of(recorded.get("y").dims()), y.shape());
        recorded.check("y", y.toArray());
        tape.backward(y.mul(tape.constant(recorded.get("d.y").floats(), y.shape())).sum());
        recorded.check("grad.x", x.gradientToArray());
        recorded.check("grad.W", w.gradientToArray());
        recorded.check("grad.b", b.gradientToArray());
    }

    private static Tensor variable(ReferenceCase recorded, String name, Tape tape) {
        ReferenceCase.Values values = recorded.get(name);
        return tape.variable(values.floats(), Shape.of(values.dims()));
    }

    @TestFactory List<DynamicTest> a_filter_of_two_ones_at_stride_2_adds_neighbors() {
        return onAllKernels(kernels -> {
            Tape tape = new Tape(kernels);
            Tensor x = tape.variable(new float[] {1, 2, 3, 4, 5}, Shape.of(1, 1, 1, 5));
            Tensor w = tape.variable(new float[] {1, 1}, Shape.of(1, 1, 1, 2));
            Tensor b = tape.variable(new float[] {10}, Shape.of(1));
            Tensor y = x.conv2d(w, b, 2, 0);               // the 5 is left over
            assertArrayEquals(new float[] {13, 17}, y.toArray());
            tape.backward(y.sum());
            assertArrayEquals(new float[] {1, 1, 1, 1, 0}, x.gradientToArray());
            assertArrayEquals(new float[] {1 + 3, 2 + 4}, w.gradientToArray());
            assertArrayEquals(new float[] {2}, b.gradientToArray());
        });
    }

    /** Each against the definition, added to what was there, whatever batch came before. */
    @TestFactory List<DynamicTest> the_kernels_do_what_the_definition_does() {
        return onAllKernels(kernels -> {
            SplittableRandom rng = new SplittableRandom(3);
            for (int size : new int[] {8, 9, 15, 16, 17, 63, 64, 65}) {
                for (int filters : new int[] {0, 1 + rng.nextInt(9), 16, 17 + rng.nextInt(30)}) {
                    int u = 1 + rng.nextInt(3);
                    ConvolutionShape s = new ConvolutionShape(rng.nextInt(5), u + 2, size, filters,
                            u, 1 + rng.nextInt(8), 1 + rng.nextInt(3), rng.nextInt(3));
                    ConvolutionKernel kernel = kernels.convolution(s);
                    for (int n : new int[] {1, 3, 2, 0, 4}) compare(kernel, n, s, rng);
                }
            }
        });
    }

    /** Layers as the paper's, smaller; then a column or two beside them, and zeros around. */
    @TestFactory List<DynamicTest> so_they_do_for_filters_a_few_strides_wide() {
        return onAllKernels(kernels -> {
            SplittableRandom rng = new SplittableRandom(4);
            for (ConvolutionShape s : List.of(
                    new ConvolutionShape(4, 10, 10, 16, 3, 3, 1, 0),
                    new ConvolutionShape(3, 12, 36, 16, 8, 8, 4, 0),
                    new ConvolutionShape(2, 10, 20, 32, 4, 4, 2, 0),
                    new ConvolutionShape(1, 9, 24, 5, 2, 4, 2, 0),
                    new ConvolutionShape(1, 5, 6, 3, 3, 3, 1, 0),      // three runs of four
                    new ConvolutionShape(2, 9, 17, 9, 3, 6, 2, 2))) {
                ConvolutionKernel kernel = kernels.convolution(s);
                for (int n : new int[] {1, 3, 2, 0, 4}) compare(kernel, n, s, rng);
            }
        });
    }

    private static void compare(ConvolutionKernel kernel, int n, ConvolutionShape s,
                                SplittableRandom rng) {
        ConvolutionKernel definition = new ReferenceKernels().convolution(s);
        float[] x = random(3 + n * s.imageSize() + 2, rng);
        float[] w = random(4 + s.o() * s.filterSize() + 2, rng);
        float[] y = random(n * s.o() * s.outSize() + 2, rng);
        float[] y2 = y.clone();
        float[] x2 = x.clone();
        float[] w2 = w.clone();
        for (int twice = 0; twice < 2; twice++) {
            definition.forward(n, x, 3, w, 4, y);
            kernel.forward(n, x2, 3, w2, 4, y2);
            close("forward", n, s, y, y2);
            System.arraycopy(y, 0, y2, 0, y.length);
            float[] dx = x.clone();
            definition.backwardInput(n, y, w, 4, dx, 3);
            kernel.backwardInput(n, y, w, 4, x2, 3);
            close("backwardInput", n, s, dx, x2);
            float[] dw = w.clone();
            definition.backwardWeight(n, x, 3, y, dw, 4);
            kernel.backwardWeight(n, x, 3, y, w2, 4);
            close("backwardWeight", n, s, dw, w2);
            System.arraycopy(x, 0, x2, 0, x.length);
            System.arraycopy(w, 0, w2, 0, w.length);
        }
    }

    @TestFactory List<DynamicTest> backwardWeight_without_a_forward_of_these_images_is_refused() {
        return onAllKernels(kernels -> {
            if (kernels instanceof ReferenceKernels) return;       // prepares nothing
            ConvolutionKernel kernel =
                    kernels.convolution(new ConvolutionShape(1, 2, 2, 1, 1, 1, 1, 0));
            float[] a = new float[12];
            kernel.forward(3, a, 0, a, 0, a.clone());
            kernel.backwardInput(3, a, a, 0, a.clone(), 0);        // does no harm
            kernel.backwardWeight(3, a, 0, a, a.clone(), 0);
            assertEquals("backwardWeight needs a forward of the same images before it, but got "
                    + "2 images and the last forward had 3.",
                    assertThrows(IllegalStateException.class,
                            () -> kernel.backwardWeight(2, a, 0, a, a.clone(), 0)).getMessage());
        });
    }

    @TestFactory List<DynamicTest> backwardInput_of_another_batch_in_between_does_no_harm() {
        return onAllKernels(kernels -> {
            SplittableRandom rng = new SplittableRandom(5);
            for (int pad : new int[] {0, 1}) {
                for (int filters : new int[] {3, 40}) {
                    ConvolutionShape s = new ConvolutionShape(2, 5, 6, filters, 2, 2, 1, pad);
                    for (int other : new int[] {5, 1, 0}) {
                        backwardInputBetween(kernels.convolution(s), other, s, rng);
                    }
                }
            }
        });
    }

    private static void backwardInputBetween(ConvolutionKernel kernel, int other,
                                             ConvolutionShape s, SplittableRandom rng) {
        float[] x = random(2 * s.imageSize(), rng);
        float[] w = random(s.o() * s.filterSize(), rng);
        float[] dy = random(5 * s.o() * s.outSize(), rng);
        float[] dw = w.clone();
        float[] dw2 = w.clone();
        new ReferenceKernels().convolution(s).backwardWeight(2, x, 0, dy, dw, 0);
        kernel.forward(2, x, 0, w, 0, new float[dy.length]);
        kernel.backwardInput(other, dy, w, 0, new float[5 * s.imageSize()], 0);
        kernel.backwardWeight(2, x, 0, dy, dw2, 0);
        close("backwardWeight", 2, s, dw, dw2);
    }

    private static float[] random(int size, SplittableRandom rng) {
        float[] a = new float[size];
        for (int i = 0; i < size; i++) a[i] = (float) rng.nextDouble(-1, 1);
        return a;
    }

    private static void close(String name, int n, ConvolutionShape s, float[] a, float[] b) {
        float scale = 1;
        for (float element : a) scale = Math.max(scale, Math.abs(element));
        assertArrayEquals(a, b, 2e-6f * scale, name + " of " + n + " images, " + s);
    }

    private void refused(String sentence, int[] x, int[] w, int b, int stride, int pad) {
        var e = assertThrows(IllegalArgumentException.class,
                () -> zeros(x).conv2d(zeros(w), zeros(b), stride, pad));
        assertEquals(sentence, e.getMessage());
    }

    @Test void what_does_not_fit_is_refused_with_both_shapes() {
        int[] x = {1, 3, 8, 8};
        int[] w = {4, 3, 3, 3};
        refused("conv2d needs x [N, C, H, W] and w [O, C, U, V], but got [3, 8, 8] and "
                + "[4, 3, 3, 3].", new int[] {3, 8, 8}, w, 4, 1, 0);
        refused("conv2d needs x [N, C, H, W] and w [O, C, U, V], but got [1, 3, 8, 8] and "
                + "[4, 2, 3, 3].", x, new int[] {4, 2, 3, 3}, 4, 1, 0);
        refused("conv2d needs filters of at least 1 by 1 that fit into the image, but got x "
                + "[1, 3, 2, 8], padding 0, and w [4, 3, 3, 3].", new int[] {1, 3, 2, 8}, w,
                4, 1, 0);
        refused("conv2d of x [1, 3, 8, 8] and w [4, 3, 3, 3] needs b of shape [4], but got [3].",
                x, w, 3, 1, 0);
        refused("conv2d needs a stride of at least 1 and a padding of at least 0, but got stride "
                + "0 and padding 1.", x, w, 4, 0, 1);
        refused("conv2d needs a stride of at least 1 and a padding of at least 0, but got stride "
                + "1 and padding -1.", x, w, 4, 1, -1);
    }
}
