package skein.lab.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

class AnimatedGifTest {
    /** A square of a color whose red, green and blue differ; it walks over white. */
    private static BufferedImage walk(int t) {
        BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, 40, 30);
        g.setColor(new Color(200, 90, 40));
        g.fillRect(3 * t, 2 * t, 5, 5);
        g.dispose();
        return picture;
    }

    private static byte[] film(int fps, List<BufferedImage> pictures) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (AnimatedGif gif = new AnimatedGif(out, fps)) {
            for (BufferedImage picture : pictures) gif.add(picture);
        }
        return out.toByteArray();
    }

    private static ImageReader reader(byte[] film) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(film)));
        return reader;
    }

    private static IIOMetadataNode node(ImageReader reader, int picture, String name)
            throws IOException {
        IIOMetadata metadata = reader.getImageMetadata(picture);
        NodeList nodes = ((IIOMetadataNode) metadata.getAsTree("javax_imageio_gif_image_1.0"))
                .getElementsByTagName(name);
        return nodes.getLength() == 0 ? null : (IIOMetadataNode) nodes.item(0);
    }

    @Test void a_film_read_back_has_all_pictures_pixel_by_pixel() throws IOException {
        List<BufferedImage> pictures = new ArrayList<>();
        for (int t = 0; t < 10; t++) pictures.add(walk(t));
        ImageReader reader = reader(film(25, pictures));
        assertEquals(10, reader.getNumImages(true));
        BufferedImage shown = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int t = 0; t < 10; t++) {
            shown.createGraphics().drawImage(reader.read(t), 0, 0, null);
            assertArrayEquals(pictures.get(t).getRGB(0, 0, 40, 30, null, 0, 40),
                    shown.getRGB(0, 0, 40, 30, null, 0, 40), "picture " + t);
        }
    }

    @Test void twenty_five_pictures_a_second_last_4_hundredths_each_and_no_speed_less_than_2()
            throws IOException {
        int[][] delays = {{25, 4}, {50, 2}, {10, 10}, {30, 3}, {1, 100}, {1000, 2}};
        for (int[] fpsAndDelay : delays) {
            ImageReader reader = reader(film(fpsAndDelay[0], List.of(walk(0), walk(1))));
            for (int t = 0; t < 2; t++) {
                IIOMetadataNode control = node(reader, t, "GraphicControlExtension");
                assertEquals(String.valueOf(fpsAndDelay[1]), control.getAttribute("delayTime"));
                assertEquals("doNotDispose", control.getAttribute("disposalMethod"));
            }
        }
    }

    @Test void it_plays_for_ever() throws IOException {
        ImageReader reader = reader(film(25, List.of(walk(0), walk(1))));
        IIOMetadataNode loop = node(reader, 0, "ApplicationExtension");
        assertEquals("NETSCAPE", loop.getAttribute("applicationID"));
        assertEquals("2.0", loop.getAttribute("authenticationCode"));
        assertArrayEquals(new byte[] {1, 0, 0}, (byte[]) loop.getUserObject());
        assertEquals(null, node(reader, 1, "ApplicationExtension"));
    }

    @Test void what_stays_as_it_is_costs_next_to_nothing() throws IOException {
        BufferedImage noise = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) noise.setRGB(i % 100, i / 100, random.nextInt(1 << 24));
        int one = film(25, List.of(noise)).length;
        int two = film(25, List.of(noise, noise)).length;
        assertTrue(one > 8_000, one + " bytes");
        assertTrue(two - one < 1_200, two - one + " bytes more");   // 768 of them are the palette
    }
}
