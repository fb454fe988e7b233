package skein.lab.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One array as the bytes of a NumPy {@code .npy} file, version 1.0: little-endian float32, C order.
 *
 * <pre>
 * offset  bytes  what
 *      0      6  \x93 N U M P Y
 *      6      2  version: 1, 0
 *      8      2  H, length of the header
 *     10      H  {'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }  spaces  newline
 * 10 + H    4 n  the n values
 * </pre>
 */
final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int HEADER_START = 10;
    private static final int ALIGNMENT = 64;   // the values start at a multiple of it
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '([^']*)', 'fortran_order': (True|False),"
            + " 'shape': \\(([\\d, ]*)\\), \\} *\n");

    private Npy() {}

    static byte[] encode(Npz.Array array) {
        byte[] header = header(array.shape());
        ByteBuffer bytes = littleEndian(HEADER_START + header.length + 4 * array.data().length);
        bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length).put(header);
        bytes.asFloatBuffer().put(array.data());
        return bytes.array();
    }

    private static byte[] header(int[] shape) {
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': " + tuple(shape) + ", }";
        int used = HEADER_START + text.length() + 1;
        int padding = Math.floorMod(-used, ALIGNMENT);
        return (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The shape in Python's words: (), (3,), (3, 4). */
    private static String tuple(int[] shape) {
        String inside = Arrays.toString(shape).replaceAll("[\\[\\]]", "");
        return "(" + inside + (shape.length == 1 ? ",)" : ")");
    }

    /** Refuses with an exception whose message completes "this array ...". */
    static Npz.Array decode(byte[] npy) throws IOException {
        if (npy.length < HEADER_START || !Arrays.equals(npy, 0, 6, MAGIC, 0, 6)) {
            throw new IOException("is not in NumPy's .npy format");
        }
        if (npy[6] != 1 || npy[7] != 0) {
            throw new IOException("has .npy version " + npy[6] + "." + npy[7]
                    + ", but only 1.0 is supported");
        }
        ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
        int dataStart = HEADER_START + Short.toUnsignedInt(bytes.getShort(8));
        if (dataStart > npy.length) throw new IOException("is cut short inside its header");
        int[] shape = shape(new String(npy, HEADER_START, dataStart - HEADER_START,
                StandardCharsets.US_ASCII));
        long needed = 4 * Npz.count(shape);
        if (needed != npy.length - dataStart) {
            throw new IOException("of shape " + tuple(shape) + " needs " + needed
                    + " bytes, but holds " + (npy.length - dataStart));
        }
        float[] data = new float[(int) (needed / 4)];
        bytes.position(dataStart).slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(data);
        return new Npz.Array(shape, data);
    }

    private static int[] shape(String header) throws IOException {
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) throw new IOException("has a header that is no plain array's");
        if (!matcher.group(1).equals("<f4")) {
            throw new IOException("holds values of type '" + matcher.group(1)
                    + "', but only '<f4' (little-endian float32) is supported");
        }
        if (matcher.group(2).equals("True")) {
            throw new IOException("is in Fortran order, but only C order is supported");
        }
        return dimensions(matcher.group(3));
    }

    private static int[] dimensions(String tuple) throws IOException {
        String[] words = tuple.isBlank() ? new String[0] : tuple.trim().split(", *");
        int[] shape = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            if (!words[i].matches("\\d{1,9}")) {
                throw new IOException("has the impossible shape (" + tuple + ")");
            }
            shape[i] = Integer.parseInt(words[i]);
        }
        return shape;
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
