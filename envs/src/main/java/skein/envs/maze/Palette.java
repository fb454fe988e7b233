package skein.envs.maze;

/** The colors of a {@link Labyrinth}: red, green, blue, each 0 .. 1; and how distance dims them. */
final class Palette {
    /** The sides of walls that look north (sand), east (plum), south (moss), west (slate). */
    static final float[][] WALLS = {
        {0.93f, 0.77f, 0.48f}, {0.66f, 0.46f, 0.72f}, {0.56f, 0.74f, 0.42f}, {0.42f, 0.58f, 0.84f}};
    /** Two kinds of tiles. */
    static final float[][] FLOOR = {{0.42f, 0.39f, 0.37f}, {0.33f, 0.30f, 0.29f}};
    static final float[] CEILING = {0.20f, 0.23f, 0.32f};
    static final float[] APPLE = {0.92f, 0.13f, 0.11f};
    static final float[] LEAF = {0.35f, 0.75f, 0.20f};
    static final float[] WHITE = {1, 1, 1};
    /** The portal's rim, and what one sees through it. */
    static final float[] RIM = {0.70f, 1.00f, 1.00f};
    static final float[] DEPTH = {0.02f, 0.28f, 0.45f};
    /** What the distance fades into. */
    static final float[] DARKNESS = {0.03f, 0.04f, 0.07f};

    private static final double HALF_LIGHT = 4.5;              // cells away, half is darkness

    private Palette() {
    }

    /** {@return how much of a color reaches the eye from a distance in cells, 1 .. 0} */
    static float light(double distance) {
        return (float) (1 / (1 + distance * distance / (HALF_LIGHT * HALF_LIGHT)));
    }

    /** {@return a color's channel as seen in a light, between the color and darkness} */
    static float seen(float color, int channel, float light) {
        return seen(color, channel, light, light);
    }

    /** {@return the same where only a part of the light, the shade, meets the color} */
    static float seen(float color, int channel, float light, float shade) {
        return shade * color + (1 - light) * DARKNESS[channel];
    }
}
