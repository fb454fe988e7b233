package skein.envs.pixels;

/**
 * Makes a picture larger or smaller: each new pixel is the mean of the old picture over the area
 * that it covers.
 *
 * <pre>
 * y[i, j] = Σ_p Σ_q  v[i, p] x[p, q] h[j, q]
 * v[i, p] = the part of the new line i that lies in the old line p; h the same for columns
 * </pre>
 */
final class AreaMean {
    /** Along one axis: new pixel i is the sum over k of {@code weight[i][k]} old[first[i] + k]. */
    private record Axis(int[] first, float[][] weight) {
        static Axis of(int from, int to) {
            Axis axis = new Axis(new int[to], new float[to][]);
            for (int i = 0; i < to; i++) axis.cover(i, (double) from / to, from);
            return axis;
        }

        /** New pixel i covers the old ones from i · scale to (i + 1) · scale. */
        private void cover(int i, double scale, int from) {
            double start = i * scale;
            double end = Math.min(from, (i + 1) * scale);
            first[i] = (int) (start + ROUNDING);
            int last = Math.min(from, (int) Math.ceil(end - ROUNDING));
            weight[i] = new float[last - first[i]];
            for (int k = 0; k < weight[i].length; k++) {
                int old = first[i] + k;
                double part = Math.min(end, old + 1) - Math.max(start, old);
                weight[i][k] = (float) (part / (end - start));
            }
            while (sum(weight[i]) > 1) {
                weight[i][0] = Math.nextDown(weight[i][0]);   // so that no mean exceeds its parts
            }
        }

        private static float sum(float[] weight) {
            float sum = 0;
            for (float w : weight) sum += w;
            return sum;
        }
    }

    private static final double ROUNDING = 1e-9;   // pixels; less of a neighbor is none of it

    private final int oldWidth;
    private final int newWidth;
    private final Axis lines;
    private final Axis columns;
    private final float[][] wide;      // [old height][new width]

    AreaMean(int oldHeight, int oldWidth, int newHeight, int newWidth) {
        this.oldWidth = oldWidth;
        this.newWidth = newWidth;
        lines = Axis.of(oldHeight, newHeight);
        columns = Axis.of(oldWidth, newWidth);
        wide = new float[oldHeight][newWidth];
    }

    /**
     * {@return the picture in its new size, [newHeight · newWidth]; a new array}
     *
     * @param old the picture, [oldHeight · oldWidth]; not modified
     */
    float[] of(float[] old) {
        for (int p = 0; p < wide.length; p++) widen(old, p * oldWidth, wide[p]);
        float[] result = new float[lines.first.length * newWidth];
        for (int i = 0; i < lines.first.length; i++) {
            float[] weight = lines.weight[i];
            if (weight.length == 1) {
                System.arraycopy(wide[lines.first[i]], 0, result, i * newWidth, newWidth);
            } else {
                for (int k = 0; k < weight.length; k++) {
                    add(result, i * newWidth, weight[k], wide[lines.first[i] + k]);
                }
            }
        }
        return result;
    }

    private void widen(float[] old, int start, float[] line) {
        for (int j = 0; j < newWidth; j++) {
            float[] weight = columns.weight[j];
            int q = start + columns.first[j];
            float sum = weight[0] * old[q];
            for (int k = 1; k < weight.length; k++) sum += weight[k] * old[q + k];
            line[j] = sum;
        }
    }

    private static void add(float[] result, int start, float weight, float[] line) {
        for (int j = 0; j < line.length; j++) result[start + j] += weight * line[j];
    }
}
