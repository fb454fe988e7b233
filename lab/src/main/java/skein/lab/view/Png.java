package skein.lab.view;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pictures as PNG, put together in memory: ImageIO would put them into a temporary file first, and
 * hide from whoever writes them that a disk is full.
 */
public final class Png {
    private Png() {
    }

    /**
     * {@return the bytes of a file}
     *
     * @param picture what it shall show
     * @throws IOException if this Java cannot write PNG
     */
    public static byte[] encoded(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, "png", out)) {
                throw new IOException("this Java has no writer for such a PNG");
            }
        }
        return bytes.toByteArray();
    }
}
