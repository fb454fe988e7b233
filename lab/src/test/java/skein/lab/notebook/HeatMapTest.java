package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    @Test void zero_is_white_the_largest_is_orange_and_its_opposite_blue() {
        // two rows of two cells, 56 pixels each; corners are free of text
        BufferedImage picture = HeatMap.of(new float[] {0, 2, -2, 1}, 2, 2);
        assertEquals(113, picture.getWidth());
        assertEquals(0xFFFFFFFF, picture.getRGB(3, 3));
        assertEquals(0xFFE07B00, picture.getRGB(56 + 3, 3));
        assertEquals(0xFF2563AF, picture.getRGB(3, 56 + 3));
        assertEquals(0xFFF0BD80, picture.getRGB(56 + 3, 56 + 3));   // half-way
    }

    @Test void a_matrix_of_zeros_is_white_and_a_large_one_has_small_cells() {
        assertEquals(0xFFFFFFFF, HeatMap.of(new float[4], 1, 4).getRGB(5, 5));
        assertEquals(4 * 200 + 1, HeatMap.of(new float[400], 2, 200).getWidth());
    }

    @Test void too_few_values_are_refused() {
        Exception e = assertThrows(IllegalArgumentException.class,
                () -> HeatMap.of(new float[5], 2, 3));
        assertEquals("A heat map of 2 rows and 3 columns needs 6 values, but got 5.",
                e.getMessage());
    }
}
