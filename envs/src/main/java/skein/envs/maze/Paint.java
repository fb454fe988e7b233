package skein.envs.maze;

/** A color on the brush: red, green, blue and how much it covers, each 0 .. 1. */
final class Paint {
    private float red;
    private float green;
    private float blue;
    private float cover;

    /** Takes nothing: what is there shows through. */
    void nothing() {
        cover = 0;
    }

    /** Takes a color as it is seen in a light, where only a part of the light meets it. */
    void take(float[] color, float light, float shade, float cover) {
        red = Palette.seen(color[0], 0, light, shade);
        green = Palette.seen(color[1], 1, light, shade);
        blue = Palette.seen(color[2], 2, light, shade);
        this.cover = cover;
    }

    /** Mixes in a share, 0 .. 1, of another color. */
    void mixIn(float[] color, float share) {
        red += share * (color[0] - red);
        green += share * (color[1] - green);
        blue += share * (color[2] - blue);
    }

    /** Paints one pixel of a picture of three planes. */
    void put(float[] picture, int at) {
        if (cover == 0) return;
        int plane = picture.length / 3;
        picture[at] += cover * (red - picture[at]);
        picture[plane + at] += cover * (green - picture[plane + at]);
        picture[2 * plane + at] += cover * (blue - picture[2 * plane + at]);
    }
}
