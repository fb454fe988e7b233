package skein.lab.view;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes pictures as an animated GIF that plays for ever.
 *
 * <p>Each picture has its own 255 colors. Pixels that stay as they are become transparent, which
 * lets the one before shine through, and which packs well.
 */
public final class AnimatedGif implements Closeable {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    private static final int COLORS = 255;                 // and one more that is no color
    private static final int CLEAR = 255;
    private static final int FASTEST = 2;                  // 1/100 s; below, players use 10
    private static final byte[] FOR_EVER = {1, 0, 0};

    private final ImageOutputStream out;
    private final ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    private final int delay;                               // 1/100 s
    private final MedianCut cut = new MedianCut();
    private BufferedImage before;                          // null before the first

    /**
     * Begins a file.
     *
     * @param out where to write; not closed
     * @param fps pictures a second, at least 1; GIF has whole hundredths of a second, at least 2
     * @throws IOException if it cannot be written
     */
    public AnimatedGif(OutputStream out, int fps) throws IOException {
        this.out = new MemoryCacheImageOutputStream(out);    // see Png
        delay = Math.max(FASTEST, Math.round(100f / fps));
        writer.setOutput(this.out);
        writer.prepareWriteSequence(null);
    }

    /**
     * Adds a picture.
     *
     * @param picture of the same size as all others; kept until the next one
     * @throws IOException if it cannot be written
     */
    public void add(BufferedImage picture) throws IOException {
        BufferedImage indexed = indexed(picture);
        IIOMetadata metadata = writer.getDefaultImageMetadata(
                new ImageTypeSpecifier(indexed), null);    // createFromRenderedImage forgets colors
        metadata.setFromTree(FORMAT, describe((IIOMetadataNode) metadata.getAsTree(FORMAT)));
        writer.writeToSequence(new IIOImage(indexed, null, metadata), null);
        before = picture;
    }

    private BufferedImage indexed(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        BufferedImage indexed = new BufferedImage(width, height,
                BufferedImage.TYPE_BYTE_INDEXED, palette(cut.colors(picture, COLORS)));
        int[] now = picture.getRGB(0, 0, width, height, null, 0, width);
        int[] old = before == null ? null : before.getRGB(0, 0, width, height, null, 0, width);
        byte[] pixels = new byte[now.length];
        for (int i = 0; i < now.length; i++) {
            boolean same = old != null && old[i] == now[i];
            pixels[i] = (byte) (same ? CLEAR : cut.indexOf(now[i]));
        }
        indexed.getRaster().setDataElements(0, 0, width, height, pixels);
        return indexed;
    }

    private static IndexColorModel palette(int[] colors) {
        byte[][] channels = new byte[3][COLORS + 1];
        for (int i = 0; i < colors.length; i++) {
            for (int c = 0; c < 3; c++) channels[c][i] = (byte) (colors[i] >> 16 - 8 * c);
        }
        return new IndexColorModel(8, COLORS + 1, channels[0], channels[1], channels[2], CLEAR);
    }

    private IIOMetadataNode describe(IIOMetadataNode root) {
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", String.valueOf(CLEAR));
        control.setAttribute("delayTime", String.valueOf(delay));
        if (before == null) {
            IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
            loop.setAttribute("applicationID", "NETSCAPE");
            loop.setAttribute("authenticationCode", "2.0");
            loop.setUserObject(FOR_EVER.clone());
            child(root, "ApplicationExtensions").appendChild(loop);
        }
        return root;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        for (int i = 0; i < root.getLength(); i++) {
            if (root.item(i).getNodeName().equals(name)) return (IIOMetadataNode) root.item(i);
        }
        IIOMetadataNode child = new IIOMetadataNode(name);
        root.appendChild(child);
        return child;
    }

    /** Ends the file; the stream beneath stays open. */
    @Override public void close() throws IOException {
        writer.endWriteSequence();
        out.flush();
        out.close();
        writer.dispose();
    }
}
