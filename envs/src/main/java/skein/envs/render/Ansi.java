package skein.envs.render;

/**
 * Colors for terminals, by the escape sequences of ECMA-48 with the 256 colors of xterm, of which
 * 216 are a cube of six steps each of red, green and blue, and 24 are grays.
 */
final class Ansi {
    private static final String RESET = "\033[0m";
    private static final int CUBE = 16;                    // the number of its first color
    private static final int FIRST_GRAY = 232;             // 8, then 18, 28, ...
    private static final int GRAYS = 24;
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

    /** {@return the number of the nearest color, of the cube or of the grays} */
    static int number(int rgb) {
        int r = rgb >> 16 & 255;
        int g = rgb >> 8 & 255;
        int b = rgb & 255;
        int level = Math.max(0, Math.min(GRAYS - 1, Math.round(((r + g + b) / 3f - 8) / 10)));
        int gray = 8 + 10 * level;
        int toGray = distance(r, gray) + distance(g, gray) + distance(b, gray);
        int toCube = distance(r, STEPS[nearest(r)]) + distance(g, STEPS[nearest(g)])
                + distance(b, STEPS[nearest(b)]);
        if (toGray < toCube) return FIRST_GRAY + level;
        return CUBE + 36 * nearest(r) + 6 * nearest(g) + nearest(b);
    }

    private static int distance(int a, int b) {
        return (a - b) * (a - b);
    }

    private static int nearest(int value) {
        int best = 0;
        for (int i = 1; i < STEPS.length; i++) {
            if (Math.abs(STEPS[i] - value) < Math.abs(STEPS[best] - value)) best = i;
        }
        return best;
    }

    /**
     * {@return the lines of a picture in color, two pixels a character, one above the other}
     *
     * @param rgb [3, H, W], 0 .. 1
     */
    static String[] lines(float[] rgb, int width, int height) {
        String[] lines = new String[height / 2];
        for (int line = 0; line < lines.length; line++) {
            StringBuilder text = new StringBuilder();
            for (int x = 0; x < width; x++) {
                int upper = 2 * line * width + x;
                text.append("\033[38;5;").append(number(Rgb.color(rgb, upper, width * height)))
                        .append(";48;5;")
                        .append(number(Rgb.color(rgb, upper + width, width * height)))
                        .append("m▀");
            }
            lines[line] = text + RESET;
        }
        return lines;
    }
}
