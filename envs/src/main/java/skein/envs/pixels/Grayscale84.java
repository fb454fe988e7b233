package skein.envs.pixels;

import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.Wrapper;

/**
 * Makes a picture in color, [3, H, W], a gray one of [84, 84], each pixel 0 .. 1.
 *
 * <p>Gray is the luminance 0.299 red + 0.587 green + 0.114 blue (ITU-R BT.601). A gray pixel is
 * the mean over the area that it covers in the picture.
 *
 * <p>Source: the size is the paper's.
 */
public final class Grayscale84 extends Wrapper {
    /** Lines, and columns. */
    public static final int SIDE = 84;

    private static final float RED = 0.299f;
    private static final float GREEN = 0.587f;
    private static final float BLUE = 1 - (RED + GREEN);    // 0.114; white is exactly 1
    private static final Box SPACE = new Box(0, 1, SIDE, SIDE);

    private final float[] luminance;   // [H · W]
    private final AreaMean smaller;

    /**
     * Makes the pictures of a world gray and 84 by 84.
     *
     * @param env a world that shows pictures of [3, H, W], each value 0 .. 1
     */
    public Grayscale84(Environment env) {
        super(env);
        Box picture = env.observationSpace();
        int[] shape = picture.shape();
        boolean color = shape.length == 3 && shape[0] == 3
                && picture.equals(new Box(0, 1, shape));
        if (!color) {
            throw new IllegalArgumentException("Grayscale84 needs pictures of shape [3, H, W] with "
                    + "values of 0 .. 1, but got " + picture + ".");
        }
        luminance = new float[shape[1] * shape[2]];
        smaller = new AreaMean(shape[1], shape[2], SIDE, SIDE);
    }

    @Override public Box observationSpace() {
        return SPACE;
    }

    @Override public float[] reset(RandomGenerator rng) {
        return gray(env.reset(rng));
    }

    @Override public Step step(int action) {
        return gray(env.step(action));
    }

    @Override public Step step(float[] action) {
        return gray(env.step(action));
    }

    private Step gray(Step step) {
        return step.withObservation(gray(step.observation()));
    }

    private float[] gray(float[] rgb) {
        int n = luminance.length;
        for (int i = 0; i < n; i++) {
            luminance[i] = RED * rgb[i] + GREEN * rgb[n + i] + BLUE * rgb[2 * n + i];
        }
        return smaller.of(luminance);
    }
}
