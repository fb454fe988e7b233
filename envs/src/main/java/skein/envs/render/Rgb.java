package skein.envs.render;

import java.awt.image.BufferedImage;

/** Pictures from what observations hold, each value 0 .. 1. */
final class Rgb {
    private Rgb() {
    }

    /** {@return the picture of planes of red, green and blue, [3, H, W]} */
    static BufferedImage picture(float[] planes, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int plane = width * height;
        for (int i = 0; i < plane; i++) {
            picture.setRGB(i % width, i / width, color(planes, i, plane));
        }
        return picture;
    }

    /** {@return the color 0xRRGGBB of pixel i of planes of so many pixels} */
    static int color(float[] planes, int i, int plane) {
        return byteOf(planes[i]) << 16 | byteOf(planes[plane + i]) << 8
                | byteOf(planes[2 * plane + i]);
    }

    /** {@return the picture of plane c of [C, H, W], from black, 0, to a color, 1} */
    static BufferedImage picture(float[] planes, int c, int width, int height, int color) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int plane = width * height;
        for (int i = 0; i < plane; i++) {
            float value = planes[c * plane + i];
            int rgb = byteOf(value * (color >> 16 & 255) / 255) << 16
                    | byteOf(value * (color >> 8 & 255) / 255) << 8
                    | byteOf(value * (color & 255) / 255);
            picture.setRGB(i % width, i / width, rgb);
        }
        return picture;
    }

    private static int byteOf(float value) {
        return Math.round(255 * Math.max(0, Math.min(1, value)));
    }
}
