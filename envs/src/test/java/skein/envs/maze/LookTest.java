package skein.envs.maze;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Single places on a thing, painted over a gray pixel of ½ in full light. */
class LookTest {
    private static float[] seen(Look look, double u, double v, float light) {
        Paint paint = new Paint();
        float[] pixel = {0.5f, 0.5f, 0.5f};
        look.mix(paint, u, v, light);
        paint.put(pixel, 0);
        return pixel;
    }

    /** A color, with this share of another one mixed in. */
    private static float[] mixed(float[] color, float[] other, double share) {
        float[] mixed = new float[3];
        for (int c = 0; c < 3; c++) mixed[c] = (float) (color[c] + share * (other[c] - color[c]));
        return mixed;
    }

    private static float[] times(double factor, float[] color) {
        return mixed(new float[3], color, factor);
    }

    @Test void the_middle_of_an_apple_is_lit_three_quarters_and_shines_a_little() {
        // lit ¾: 0.5 + 0.5 · 0.75 = 0.875 of its red, and 0.6 · 0.75¹² white
        float[] red = times(0.875, Palette.APPLE);
        assertArrayEquals(mixed(red, Palette.WHITE, 0.6 * Math.pow(0.75, 12)),
                seen(Look.APPLE, 0, 0, 1), 1e-6f);
    }

    @Test void an_apple_is_brightest_above_on_the_left_and_half_lit_below_on_the_right() {
        // bulging √(1 − 0.16 − 0.36) = 0.69:  0.75 · 0.69 + 0.40 · 0.4 + 0.53 · 0.6 = 1 nearly
        double bulge = Math.sqrt(0.48);
        double lit = 0.75 * bulge + 0.40 * 0.4 + 0.53 * 0.6;
        float[] red = times(0.5 + 0.5 * lit, Palette.APPLE);
        assertArrayEquals(mixed(red, Palette.WHITE, 0.6 * Math.pow(lit, 12)),
                seen(Look.APPLE, -0.4, -0.6, 1), 1e-6f);
        // 0.75 · 0.1 − 0.40 · 0.7 − 0.53 · 0.7 < 0: no light of its own
        assertArrayEquals(times(0.5, Palette.APPLE), seen(Look.APPLE, 0.7, 0.7, 1), 1e-6f);
    }

    @Test void a_leaf_is_over_the_apple_and_nothing_beside_it() {
        assertArrayEquals(Palette.LEAF, seen(Look.APPLE, 0.28, -1.08, 1), 1e-6f);
        assertArrayEquals(Palette.LEAF, seen(Look.APPLE, 0.28 + 0.39, -1.08, 1), 1e-6f);
        assertArrayEquals(Palette.LEAF, seen(Look.APPLE, 0.28, -1.08 - 0.25, 1), 1e-6f);
        float[] gray = {0.5f, 0.5f, 0.5f};
        assertArrayEquals(gray, seen(Look.APPLE, 0.28 + 0.41, -1.08, 1));
        assertArrayEquals(gray, seen(Look.APPLE, 0.28 - 0.41, -1.08, 1));
        assertArrayEquals(gray, seen(Look.APPLE, 0.28, -1.08 - 0.27, 1));
        assertArrayEquals(gray, seen(Look.APPLE, -0.9, 0.9, 1));
    }

    @Test void in_half_the_light_a_leaf_is_half_darkness() {
        assertArrayEquals(mixed(Palette.LEAF, Palette.DARKNESS, 0.5),
                seen(Look.APPLE, 0.28, -1.08, 0.5f), 1e-6f);
    }

    @Test void the_rim_of_a_portal_glows_in_any_light_and_its_depth_a_little() {
        for (float light : new float[] {1, 0.1f}) {
            assertArrayEquals(Palette.RIM, seen(Look.PORTAL, 0, 0.78, light), 1e-6f);
            // 0.78 / 0.16 from the rim: 1 / (1 + 4.875²)
            assertArrayEquals(mixed(Palette.DEPTH, Palette.RIM, 1 / 24.765625),
                    seen(Look.PORTAL, 0, 0, light), 1e-6f);
        }
    }

    @Test void the_edge_of_a_portal_lets_through_what_is_behind_it() {
        // 0.97 out: it covers 0.03 / 0.15 = a fifth; 0.19 / 0.16 from the rim
        double glow = 1 / (1 + 1.1875 * 1.1875);
        float[] gray = {0.5f, 0.5f, 0.5f};
        assertArrayEquals(mixed(gray, mixed(Palette.DEPTH, Palette.RIM, glow), 0.2),
                seen(Look.PORTAL, 0.97, 0, 1), 1e-6f);
        assertArrayEquals(gray, seen(Look.PORTAL, 1, 0, 1));
        assertArrayEquals(gray, seen(Look.PORTAL, 0.8, -0.8, 1));
    }
}
