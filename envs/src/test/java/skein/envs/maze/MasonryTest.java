package skein.envs.maze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MasonryTest {
    @Test void mortar_is_darker_than_bricks_and_every_other_course_is_moved_by_half_a_brick() {
        for (int course = 0; course < 4; course++) {
            int joint = course % 2 == 0 ? 0 : 8;
            float mortar = Masonry.brightness(8 * course + 4, joint, 1);
            float brick = Masonry.brightness(8 * course + 4, 8 - joint, 1);
            assertTrue(mortar < 0.8 * brick, mortar + " and " + brick);
            assertEquals(mortar, Masonry.brightness(8 * course + 4, joint + 16, 1));
        }
    }

    @Test void texels_have_the_brightness_worked_by_hand() {
        // in the height, −1 .. 1, rows 0, 4, 12 and 28 are at −31/32, −23/32, −7/32 and 25/32
        assertEquals(0.60 * (1 - 0.3 * Math.pow(31 / 32.0, 4)), Masonry.brightness(0, 1, 1), 1e-6);
        assertEquals(0.60 * (1 - 0.3 * Math.pow(23 / 32.0, 4)), Masonry.brightness(4, 16, 1), 1e-6);
        // tones 0 and 5 in course 0, 10 mod 8 = 2 in course 1, and 30 mod 8 = 6 in course 3
        assertEquals(0.86 * (1 - 0.3 * Math.pow(23 / 32.0, 4)), Masonry.brightness(4, 1, 1), 1e-6);
        assertEquals(0.96 * (1 - 0.3 * Math.pow(23 / 32.0, 4)), Masonry.brightness(4, 17, 1), 1e-6);
        assertEquals(0.90 * (1 - 0.3 * Math.pow(7 / 32.0, 4)), Masonry.brightness(12, 4, 1), 1e-6);
        assertEquals(0.98 * (1 - 0.3 * Math.pow(25 / 32.0, 4)), Masonry.brightness(28, 1, 1), 1e-6);
    }

    @Test void all_is_between_0_and_1_and_without_detail_1() {
        for (int row = 0; row < 32; row++) {
            for (int column = 0; column < 32; column++) {
                float brightness = Masonry.brightness(row, column, 1);
                assertTrue(0 < brightness && brightness <= 1, "" + brightness);
                assertEquals((1 + brightness) / 2, Masonry.brightness(row, column, 0.5f), 1e-6);
                assertEquals(1, Masonry.brightness(row, column, 0));
            }
        }
    }

    @Test void the_ends_of_a_wall_are_its_first_and_last_texels_whatever_rounding_does() {
        assertEquals(0, Masonry.column(-1e-9));
        assertEquals(31, Masonry.column(1));
        assertEquals(16, Masonry.column(0.5));
        assertEquals(Masonry.brightness(31, 5, 1), Masonry.brightness(32, 5, 1));
    }

    @Test void from_40_pixels_on_a_wall_shows_all_detail() {
        assertEquals(0.5f, Masonry.detail(20));
        assertEquals(1, Masonry.detail(40));
        assertEquals(1, Masonry.detail(4_000));
    }
}
