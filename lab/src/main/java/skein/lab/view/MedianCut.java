package skein.lab.view;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the few colors that stand for all colors of a picture.
 *
 * <p>Colors lie in a cube of red, green and blue, in 32 steps each. The cube is cut in two, at the
 * median of its pixels along its longest side, and so is the box that has most pixels times length,
 * until there are boxes enough; each box becomes the mean color of its pixels. A picture with few
 * colors keeps them: a box with one color is not cut.
 *
 * <p>Source: P. Heckbert, <i>Color image quantization for frame buffer display</i>, 1982.
 */
final class MedianCut {
    private static final int BITS = 5;                     // of each channel
    private static final int STEPS = 1 << BITS;
    private static final int CELLS = STEPS * STEPS * STEPS;

    private final int[] count = new int[CELLS];            // pixels
    private final long[] sum = new long[3 * CELLS];        // red, green, blue of these pixels
    private final byte[] index = new byte[CELLS];          // which color stands for it

    /** A part of the cube that holds cells with pixels. */
    private final class Box {
        private final int[] cells;
        private final int channel;                         // the longest side
        private final int length;                          // of it, in steps; 0 if one cell
        private final long pixels;

        Box(int[] cells) {
            this.cells = cells;
            int longest = 0;
            for (int c = 1; c < 3; c++) {
                if (extent(c) > extent(longest)) longest = c;
            }
            channel = longest;
            length = extent(longest);
            long n = 0;
            for (int cell : cells) n += count[cell];
            pixels = n;
        }

        private int extent(int c) {
            int low = STEPS;
            int high = -1;
            for (int cell : cells) {
                low = Math.min(low, step(cell, c));
                high = Math.max(high, step(cell, c));
            }
            return high - low;
        }

        long weight() {
            return pixels * length;
        }

        /** Cuts where half of the pixels are on either side; neither side is empty. */
        List<Box> cut() {
            int[] perStep = new int[STEPS];
            for (int cell : cells) perStep[step(cell, channel)] += count[cell];
            int border = 0;
            long below = 0;
            while (below == 0 || below + perStep[border] <= pixels / 2) below += perStep[border++];
            int at = border;
            List<Box> halves = new ArrayList<>();
            halves.add(new Box(filter(cell -> step(cell, channel) < at)));
            halves.add(new Box(filter(cell -> step(cell, channel) >= at)));
            return halves;
        }

        private int[] filter(java.util.function.IntPredicate wanted) {
            return java.util.Arrays.stream(cells).filter(wanted).toArray();
        }

        int mean() {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                long total = 0;
                for (int cell : cells) total += sum[3 * cell + c];
                rgb = rgb << 8 | (int) ((total + pixels / 2) / pixels);
            }
            return rgb;
        }
    }

    /** {@return at most so many colors, 0xRRGGBB, for the pixels of a picture} */
    int[] colors(BufferedImage picture, int most) {
        java.util.Arrays.fill(count, 0);
        java.util.Arrays.fill(sum, 0);
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0,
                picture.getWidth());
        for (int rgb : pixels) {
            int cell = cell(rgb);
            count[cell]++;
            for (int c = 0; c < 3; c++) sum[3 * cell + c] += rgb >> 16 - 8 * c & 255;
        }
        List<Box> boxes = new ArrayList<>();
        boxes.add(new Box(java.util.stream.IntStream.range(0, CELLS)
                .filter(cell -> count[cell] > 0).toArray()));
        while (boxes.size() < most) {
            Box largest = java.util.Collections.max(boxes, Comparator.comparingLong(Box::weight));
            if (largest.length == 0) break;
            boxes.remove(largest);
            boxes.addAll(largest.cut());
        }
        int[] colors = new int[boxes.size()];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = boxes.get(i).mean();
            for (int cell : boxes.get(i).cells) index[cell] = (byte) i;
        }
        return colors;
    }

    /** {@return which of the last colors stands for a color of the last picture} */
    int indexOf(int rgb) {
        return index[cell(rgb)] & 255;
    }

    private static int cell(int rgb) {
        return (rgb >> 19 & 31) << 2 * BITS | (rgb >> 11 & 31) << BITS | rgb >> 3 & 31;
    }

    private static int step(int cell, int channel) {
        return cell >> BITS * (2 - channel) & STEPS - 1;
    }
}
