package skein.envs.render;

/**
 * Colors for terminals, by the escape sequences of ECMA-48 with the 256 colors of xterm, of which
 * 216 are a cube of six steps each of red, green and blue.
 */
final class Ansi {
    private static final String RESET = "\033[0m";
    private static final int CUBE = 16;                    // the number of its first color
    private static final int[] STEPS = {0, 95, 135, 175, 215, 255};

    private Ansi() {
    }

    /** {@return the text in a color, 0xRRGGBB} */
    static String colored(int rgb, String text) {
        return "\033[38;5;" + number(rgb) + "m" + text + RESET;
    }

    /** {@return the text in a color on another one, both 0xRRGGBB} */
    static String on(int rgb, int background, String text) {
        return "\033[48;5;" + number(background) + ";38;5;" + number(rgb) + "m" + text + RESET;
    }

    /** {@return whether black is better to read on a color than white is} */
    static boolean light(int rgb) {
        return 299 * (rgb >> 16 & 255) + 587 * (rgb >> 8 & 255) + 114 * (rgb & 255) > 110_000;
    }

    /** {@return the number of the color of the cube that is nearest} */
    static int number(int rgb) {
        return CUBE + 36 * nearest(rgb >> 16 & 255) + 6 * nearest(rgb >> 8 & 255)
                + nearest(rgb & 255);
    }

    private static int nearest(int value) {
        int best = 0;
        for (int i = 1; i < STEPS.length; i++) {
            if (Math.abs(STEPS[i] - value) < Math.abs(STEPS[best] - value)) best = i;
        }
        return best;
    }
}
