package skein.bench;

import java.util.Arrays;
import skein.nn.Parameters;
import skein.tensor.Kernels;

/**
 * The gradient of A3C's loss of a network with one hidden layer, as one would write it without
 * autodiff: for this network and this loss only. θ is laid out as {@code ActorCriticNetwork} lays
 * it out: hidden weight [I, H] and bias [H], policy weight [H, A] and bias [A], value weight [H, 1]
 * and bias [1].
 */
final class HandWritten {
    private final Kernels kernels = Kernels.create();
    private final int B;                     // states in a segment
    private final int I;                     // floats in a state
    private final int H;                     // hidden units
    private final int A;                     // actions
    private final float beta;
    private final float valueCoefficient;
    private final float[] theta;
    private final float[] d;                 // dθ
    private final float[] h;                 // [B, H], after the ReLU
    private final float[] dh;                // [B, H]
    private final float[] logits;            // [B, A]
    private final float[] dLogits;           // [B, A]
    private final float[] V;                 // [B]
    private final float[] dV;                // [B]
    private final int b1;                    // where the hidden bias begins, and so on
    private final int w2;
    private final int b2;
    private final int w3;
    private final int b3;

    HandWritten(Parameters theta, int B, int I, int H, int A, float beta, float valueCoefficient) {
        this.theta = theta.values();
        this.B = B;
        this.I = I;
        this.H = H;
        this.A = A;
        this.beta = beta;
        this.valueCoefficient = valueCoefficient;
        d = new float[theta.size()];
        h = new float[B * H];
        dh = new float[B * H];
        logits = new float[B * A];
        dLogits = new float[B * A];
        V = new float[B];
        dV = new float[B];
        b1 = I * H;
        w2 = b1 + H;
        b2 = w2 + H * A;
        w3 = b2 + A;
        b3 = w3 + H;
    }

    /**
     * {@return dθ, valid until the next call}
     *
     * @param s       states [B, I]
     * @param actions a [B]
     * @param returns R [B]
     */
    float[] gradient(float[] s, int[] actions, float[] returns) {
        forward(s);
        for (int i = 0; i < B; i++) loss(i, actions[i], returns[i]);
        backward(s);
        return d;
    }

    private void forward(float[] s) {
        for (int i = 0; i < B; i++) {
            System.arraycopy(theta, b1, h, i * H, H);
            System.arraycopy(theta, b2, logits, i * A, A);
            V[i] = theta[b3];
        }
        kernels.matmul(B, I, H, s, 0, theta, 0, h);
        for (int k = 0; k < h.length; k++) h[k] = Math.max(h[k], 0);
        kernels.matmul(B, H, A, h, 0, theta, w2, logits);
        kernels.matmul(B, H, 1, h, 0, theta, w3, V);
    }

    /** ∂/∂logits of −log π(a)(R − V) − β H(π), and ∂/∂V of c (R − V)². */
    private void loss(int i, int a, float R) {
        int from = i * A;
        float max = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < A; k++) max = Math.max(max, logits[from + k]);
        double sum = 0;
        for (int k = 0; k < A; k++) sum += Math.exp(logits[from + k] - max);
        float logSum = max + (float) Math.log(sum);
        float entropy = 0;
        for (int k = 0; k < A; k++) {
            float logP = logits[from + k] - logSum;
            dLogits[from + k] = (float) Math.exp(logP);      // p, for now
            entropy -= dLogits[from + k] * logP;
        }
        float advantage = R - V[i];
        for (int k = 0; k < A; k++) {
            float p = dLogits[from + k];
            float logP = logits[from + k] - logSum;
            dLogits[from + k] = p * advantage + beta * p * (logP + entropy);
        }
        dLogits[from + a] -= advantage;
        dV[i] = -2 * valueCoefficient * advantage;
    }

    private void backward(float[] s) {
        Arrays.fill(d, 0);
        Arrays.fill(dh, 0);
        kernels.matmulTN(B, H, A, h, 0, dLogits, d, w2);
        kernels.sumRows(B, A, dLogits, d, b2);
        kernels.matmulTN(B, H, 1, h, 0, dV, d, w3);
        kernels.sumRows(B, 1, dV, d, b3);
        kernels.matmulNT(B, H, A, dLogits, theta, w2, dh, 0);
        kernels.matmulNT(B, H, 1, dV, theta, w3, dh, 0);
        for (int k = 0; k < h.length; k++) {
            if (h[k] <= 0) dh[k] = 0;
        }
        kernels.matmulTN(B, I, H, s, 0, dh, d, 0);
        kernels.sumRows(B, H, dh, d, b1);
    }
}
