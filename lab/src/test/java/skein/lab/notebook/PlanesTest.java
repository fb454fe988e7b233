package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PlanesTest {
    private static final int ORANGE = 0xFFE07B00;
    private static final int HALF = 0xFFF0BD80;
    private static final int BLUE = 0xFF2563AF;
    private static final int WHITE = 0xFFFFFFFF;

    @Test void all_planes_have_one_scale_and_stand_beside_each_other() {
        // two planes of 1 × 2: cells of 116 / 2 = 58 pixels, 116 + 10 from plane to plane
        BufferedImage picture = Planes.of(new float[] {0, 2, 1, -2}, 2, 1, 2);
        assertEquals(2 * 126, picture.getWidth());
        assertEquals(58 + 10, picture.getHeight());
        assertEquals(WHITE, picture.getRGB(20, 30));
        assertEquals(ORANGE, picture.getRGB(58 + 20, 30));
        assertEquals(HALF, picture.getRGB(126 + 20, 30));
        assertEquals(BLUE, picture.getRGB(126 + 58 + 20, 30));
    }

    @Test void what_does_not_fit_into_a_row_goes_into_the_next_and_names_stand_above() {
        // 760 / 126 = 6 in a row; a plane of 1 × 1 is 116 pixels high
        float[] seven = {0, 0, 0, 0, 0, 0, 1};
        assertEquals(2 * 126, Planes.of(seven, 7, 1, 1).getHeight());
        BufferedImage named = Planes.of(seven, 7, 1, 1, "a", "b", "c", "d", "e", "f", "g");
        assertEquals(2 * (126 + 18), named.getHeight());
        assertEquals(ORANGE, named.getRGB(50, 144 + 18 + 50));
    }

    @Test void a_wrong_number_of_values_or_names_is_refused() {
        assertEquals("2 planes of 3 × 4 need 24 values, but got 23.",
                assertThrows(IllegalArgumentException.class,
                        () -> Planes.of(new float[23], 2, 3, 4)).getMessage());
        assertEquals("2 planes need as many names, or none, but got 1.",
                assertThrows(IllegalArgumentException.class,
                        () -> Planes.of(new float[2], 2, 1, 1, "one")).getMessage());
    }
}
