package skein.lab.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MedianCutTest {
    private static BufferedImage picture(int... colors) {
        BufferedImage picture =
                new BufferedImage(colors.length, 1, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, colors.length, 1, colors, 0, colors.length);
        return picture;
    }

    @Test void few_colors_stay_as_they_are() {
        int[] colors = {0x000000, 0xFFFFFF, 0xC8352B, 0xFAFAF7};
        MedianCut cut = new MedianCut();
        int[] chosen = cut.colors(picture(colors), 255);
        for (int color : colors) assertEquals(color, chosen[cut.indexOf(color)]);
        assertEquals(4, chosen.length);
    }

    @Test void colors_that_differ_in_one_of_the_upper_five_bits_of_a_channel_stay_apart() {
        int[] colors = new int[16];                          // the last one is black
        for (int i = 0; i < 15; i++) colors[i] = 8 << i % 5 << 8 * (i / 5);
        MedianCut cut = new MedianCut();
        int[] chosen = cut.colors(picture(colors), 255);
        for (int color : colors) assertEquals(color, chosen[cut.indexOf(color)]);
    }

    @Test void the_longest_side_is_cut_at_the_median_and_each_half_becomes_its_mean() {
        // Along blue: 0, 8, 16 | 200, 208. Half of 5 pixels is 2.
        MedianCut cut = new MedianCut();
        int[] chosen = cut.colors(picture(0, 8, 200, 208, 208), 2);
        Arrays.sort(chosen);
        assertArrayEquals(new int[] {4, 205}, chosen);       // (0 + 8)/2, (200 + 208 + 208)/3
    }

    @Property(tries = 50) void no_more_colors_than_asked_for_and_none_far_from_its_own(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 255) int most) {
        Random random = new Random(seed);
        int[] colors = new int[2_000];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = random.nextInt(64) << 16 | random.nextInt(64) << 8 | random.nextInt(64);
        }
        MedianCut cut = new MedianCut();
        int[] chosen = cut.colors(picture(colors), most);
        assertTrue(chosen.length <= most);
        for (int color : colors) {
            int instead = chosen[cut.indexOf(color)];
            for (int shift = 0; shift < 24; shift += 8) {
                int error = Math.abs((color >> shift & 255) - (instead >> shift & 255));
                // 8 boxes halve all three sides at least once
                assertTrue(error <= (most >= 64 ? 40 : 63), error + " with " + most);
            }
        }
    }
}
