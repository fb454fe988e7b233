package skein.lab.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import skein.lab.error.UserError;

/**
 * Named float arrays in NumPy's {@code .npz} format: a zip archive with one {@code .npy} per array.
 *
 * <p>{@code numpy.load} reads what {@link #write} wrote, and {@link #read} reads what
 * {@code numpy.savez} and {@code numpy.savez_compressed} wrote of float32 arrays in C order.
 */
public final class Npz {
    /** More than a hundred times what the Atari network needs; a larger claim is damage. */
    private static final long MAX_BYTES = 1L << 28;
    private static final String SUFFIX = ".npy";
    /** The earliest time that a zip can say: the same arrays shall give the same bytes. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Npz() {}

    /**
     * An array of any rank, in C order: the last index runs fastest.
     *
     * @param shape the length of each dimension; empty for a single number; not copied
     * @param data  as many values as the product of the shape; not copied
     */
    public record Array(int[] shape, float[] data) {
        /**
         * Refuses data that do not fill the shape.
         *
         * @param shape the length of each dimension
         * @param data  the values
         */
        public Array {
            if (count(shape) != data.length) {
                throw new IllegalArgumentException("Shape " + Arrays.toString(shape) + " needs "
                        + count(shape) + " values, but got " + data.length + ".");
            }
        }
    }

    /**
     * Writes an archive: all of it or, after a failure, nothing. An old file is replaced.
     *
     * @param file   where to
     * @param arrays the arrays by name, kept in this order
     * @throws UserError if the file cannot be written
     */
    public static void write(Path file, Map<String, Array> arrays) {
        AtomicFile.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            for (Map.Entry<String, Array> array : arrays.entrySet()) {
                byte[] npy = Npy.encode(array.getValue());
                zip.putNextEntry(stored(array.getKey() + SUFFIX, npy));
                zip.write(npy);
            }
            zip.finish();
        });
    }

    /** Stored and not deflated, as by numpy.savez: weights are noise to a compressor. */
    private static ZipEntry stored(String name, byte[] content) {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc(content));
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /**
     * Reads an archive.
     *
     * @param file where from
     * @return the arrays by name, in the archive's order; the caller owns them
     * @throws UserError if the file is missing, damaged, or holds something else
     */
    public static Map<String, Array> read(Path file) {
        try {
            if (!Files.isRegularFile(file)) throw new IOException("there is no such file");
            return readZip(file);
        } catch (IOException e) {
            throw UserError.cannotRead(file, e);
        }
    }

    private static Map<String, Array> readZip(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();   // in the archive's order
            checkSize(entries);
            Map<String, Array> arrays = new LinkedHashMap<>();
            for (ZipEntry entry : entries) {
                String name = nameOf(entry);
                if (arrays.put(name, readMember(zip, entry, name)) != null) {
                    throw new IOException("it holds array '" + name + "' twice");
                }
            }
            return arrays;
        } catch (ZipException e) {
            throw new IOException("it is not an .npz archive or it is damaged ("
                    + e.getMessage() + ")", e);
        }
    }

    private static void checkSize(List<? extends ZipEntry> entries) throws IOException {
        long room = MAX_BYTES;
        for (ZipEntry entry : entries) {
            if (entry.getSize() < 0 || entry.getSize() > room) {
                throw new IOException("it claims to hold more than " + (MAX_BYTES >> 20) + " MB");
            }
            room -= entry.getSize();
        }
    }

    private static String nameOf(ZipEntry entry) throws IOException {
        String name = entry.getName();
        if (name.endsWith(SUFFIX)) return name.substring(0, name.length() - SUFFIX.length());
        throw new IOException("it holds '" + name + "', which is not a NumPy array (.npy)");
    }

    private static Array readMember(ZipFile zip, ZipEntry entry, String name) throws IOException {
        byte[] npy;
        try (InputStream in = zip.getInputStream(entry)) {
            npy = in.readNBytes((int) entry.getSize() + 1);   // 1 more would show a false size
        }
        if (npy.length != entry.getSize() || crc(npy) != entry.getCrc()) {
            throw new IOException("array '" + name + "' is damaged (its checksum is wrong)");
        }
        try {
            return Npy.decode(npy);
        } catch (IOException e) {
            throw new IOException("array '" + name + "' " + e.getMessage(), e);
        }
    }

    private static long crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    /** The product of the shape, or a number larger than any array if the product is as large. */
    static long count(int[] shape) {
        long count = 1;
        for (int length : shape) count = Math.min(count * length, Integer.MAX_VALUE);
        return count;
    }
}
