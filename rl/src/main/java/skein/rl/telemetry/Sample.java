package skein.rl.telemetry;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import skein.nn.Parameters;

/** A few weights of θ, spread evenly over it, and what they were when the run began. */
final class Sample {
    private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(float[].class);
    private static final int MOST = 32;

    private final Parameters theta;
    private final int[] at;                  // [K]
    private final float[] first;             // [K]

    Sample(Parameters theta) {
        this.theta = theta;
        at = new int[Math.min(MOST, theta.size())];
        first = new float[at.length];
        for (int k = 0; k < at.length; k++) {
            at[k] = (int) ((k + 0.5) * theta.size() / at.length);
            first[k] = theta.values()[at[k]];
        }
    }

    /** K. */
    int size() {
        return at.length;
    }

    /** Whether a step may be lost by the way in which threads share θ. */
    boolean mayLose() {
        return theta.memoryMode().mayLose();
    }

    /** Where in θ weight k is. */
    int at(int k) {
        return at[k];
    }

    /** What was taken off weight k since the run began. Others may write it meanwhile. */
    double taken(int k) {
        return (double) first[k] - (float) ELEMENT.getOpaque(theta.values(), at[k]);
    }
}
