package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

class FilmTest {
    @Test void its_pictures_come_in_order_and_the_last_one_twelve_times() throws IOException {
        Film film = new Film(20);
        for (int color : new int[] {0xFF0000, 0x00FF00}) {
            BufferedImage picture = new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 12; i++) picture.setRGB(i % 4, i / 4, color);
            film.add(picture);
        }
        assertEquals(2, film.pictures());
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(
                new ByteArrayInputStream(film.gif()))) {
            reader.setInput(in);
            assertEquals(13, reader.getNumImages(true));
            assertEquals(0xFFFF0000, reader.read(0).getRGB(0, 0));
            assertEquals(0xFF00FF00, reader.read(1).getRGB(3, 2));
        }
    }

    @Test void a_film_without_pictures_or_without_speed_is_refused() {
        assertThrows(IllegalStateException.class, () -> new Film(10).gif());
        assertThrows(IllegalArgumentException.class, () -> new Film(0));
        assertThrows(IllegalArgumentException.class, () -> new Film(51));
    }
}
