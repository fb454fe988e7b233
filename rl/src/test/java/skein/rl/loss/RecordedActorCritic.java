package skein.rl.loss;

import skein.reference.ReferenceCase;
import skein.tensor.Shape;
import skein.tensor.Tape;
import skein.tensor.Tensor;

/** The small network of the recorded losses, its weights transposed to [I, O]. */
final class RecordedActorCritic {
    private final ReferenceCase recorded;
    private final Tape tape;
    private final Tensor w1;
    private final Tensor b1;
    private final Tensor wp;
    private final Tensor bp;
    private final Tensor wv;
    private final Tensor bv;

    RecordedActorCritic(ReferenceCase recorded, Tape tape) {
        this.recorded = recorded;
        this.tape = tape;
        w1 = weight("W1");
        b1 = bias("b1");
        wp = weight("Wp");
        bp = bias("bp");
        wv = weight("Wv");
        bv = bias("bv");
    }

    private Tensor weight(String name) {
        int[] dims = recorded.get(name).dims();
        return tape.variable(transposed(recorded.get(name).floats(), dims[0], dims[1]),
                Shape.of(dims[1], dims[0]));
    }

    private Tensor bias(String name) {
        return tape.variable(recorded.get(name).floats(), Shape.of(recorded.get(name).dims()));
    }

    /** What comes out of the hidden layer, [B, H]. */
    Tensor hidden(String observations) {
        float[] s = recorded.get(observations).floats();
        int inputs = w1.shape().dim(0);
        Tensor z = tape.constant(s, s.length / inputs, inputs).affine(w1, b1);
        return recorded.meta("act").equals("tanh") ? z.tanh() : z.relu();
    }

    Tensor logits(Tensor h) {
        return h.affine(wp, bp);
    }

    Tensor values(Tensor h) {
        return h.affine(wv, bv).flatten();
    }

    int actionCount() {
        return bp.size();
    }

    /** After backward: the gradients of one of the recorded losses. */
    void checkGradients(String part) {
        check(part, "W1", transposed(w1));
        check(part, "b1", b1.gradientToArray());
        check(part, "Wp", transposed(wp));
        check(part, "bp", bp.gradientToArray());
        check(part, "Wv", transposed(wv));
        check(part, "bv", bv.gradientToArray());
    }

    /** Gradients that are 0 are not always recorded. */
    private void check(String part, String parameter, float[] gradient) {
        String name = "grad." + part + "." + parameter;
        if (recorded.has(name)) {
            recorded.check(name, gradient);
            return;
        }
        for (float d : gradient) if (d != 0) throw new AssertionError(name + " must be 0: " + d);
    }

    private static float[] transposed(Tensor w) {
        return transposed(w.gradientToArray(), w.shape().dim(0), w.shape().dim(1));
    }

    private static float[] transposed(float[] matrix, int rows, int columns) {
        float[] result = new float[matrix.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) result[j * rows + i] = matrix[i * columns + j];
        }
        return result;
    }
}
