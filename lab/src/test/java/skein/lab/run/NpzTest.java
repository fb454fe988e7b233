package skein.lab.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skein.lab.error.UserError;

class NpzTest {
    @TempDir Path folder;

    /** What the numpy-savez fixtures hold, in this order. */
    private static Map<String, Npz.Array> fixture() {
        Map<String, Npz.Array> arrays = new LinkedHashMap<>();
        arrays.put("policy/weight", array(new int[] {2, 3}, 1, 2, 3, 4, 5, -0.5f));
        arrays.put("bias", array(new int[] {2}, 7.25f, 1e-30f));
        arrays.put("number", array(new int[] {}, 3.5f));
        arrays.put("empty", array(new int[] {0, 2}));
        return arrays;
    }

    private static Npz.Array array(int[] shape, float... data) {
        return new Npz.Array(shape, data);
    }

    private Path resource(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = NpzTest.class.getResourceAsStream(name)) {
            Files.copy(in, copy);
        }
        return copy;
    }

    private static void assertSame(Map<String, Npz.Array> expected, Map<String, Npz.Array> actual) {
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(actual.keySet()));
        assertSameValues(expected, actual);
    }

    private static void assertSameValues(Map<String, Npz.Array> expected,
                                         Map<String, Npz.Array> actual) {
        assertEquals(expected.size(), actual.size());
        var others = actual.values().iterator();
        for (Npz.Array array : expected.values()) {
            Npz.Array other = others.next();
            assertArrayEquals(array.shape(), other.shape());
            assertArrayEquals(bits(array), bits(other));
        }
    }

    private static int[] bits(Npz.Array array) {
        int[] bits = new int[array.data().length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(array.data()[i]));
        return bits;
    }

    private String complaintAbout(Path file) {
        String sentence = assertThrows(UserError.class, () -> Npz.read(file)).getMessage();
        assertTrue(sentence.startsWith("Cannot read " + file + ": "), sentence);
        assertTrue(sentence.endsWith("."), sentence);
        return sentence;
    }

    private static void assertContains(String text, String part) {
        assertTrue(text.contains(part), text);
    }

    @Test void what_is_written_is_read_back_in_the_same_order_and_bit_for_bit() {
        Map<String, Npz.Array> arrays = fixture();
        arrays.put("a name that sorts first", array(new int[] {1, 1, 4},
                Float.NaN, -0f, Float.NEGATIVE_INFINITY, Float.intBitsToFloat(0x7fc0dead)));
        Path file = folder.resolve("parameters.npz");
        Npz.write(file, arrays);
        assertSame(arrays, Npz.read(file));
    }

    @Test void an_archive_without_arrays_is_read_back() {
        Path file = folder.resolve("none.npz");
        Npz.write(file, Map.of());
        assertEquals(Map.of(), Npz.read(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy-savez.npz", "numpy-savez-compressed.npz"})
    void what_numpy_wrote_is_read(String name) throws IOException {
        assertSame(fixture(), Npz.read(resource(name)));
    }

    @Test void each_array_is_written_with_the_very_bytes_that_numpy_writes() throws IOException {
        try (ZipFile zip = new ZipFile(resource("numpy-savez.npz").toFile())) {
            for (Map.Entry<String, Npz.Array> entry : fixture().entrySet()) {
                InputStream numpy = zip.getInputStream(zip.getEntry(entry.getKey() + ".npy"));
                assertArrayEquals(numpy.readAllBytes(), Npy.encode(entry.getValue()));
            }
        }
    }

    @Test void the_same_arrays_give_the_same_file() throws IOException {
        Npz.write(folder.resolve("a.npz"), fixture());
        Npz.write(folder.resolve("b.npz"), fixture());
        assertEquals(-1, Files.mismatch(folder.resolve("a.npz"), folder.resolve("b.npz")));
    }

    @ParameterizedTest
    @CsvSource({"numpy-float64.npz, array 'bias' holds values of type '<f8'",
        "numpy-fortran.npz, array 'weight' is in Fortran order"})
    void what_is_not_supported_is_named(String name, String part) throws IOException {
        assertContains(complaintAbout(resource(name)), part);
    }

    @Test void a_missing_file_is_named() {
        assertContains(complaintAbout(folder.resolve("gone.npz")), "no such file");
    }

    @Test void a_file_that_is_no_archive_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("text.npz"), "reward,1\n");
        assertContains(complaintAbout(file), "not an .npz archive");
    }

    @Test void a_file_that_ends_too_early_is_refused_wherever_it_ends() throws IOException {
        byte[] whole = Files.readAllBytes(resource("numpy-savez.npz"));
        Path file = folder.resolve("cut.npz");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            complaintAbout(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy-savez.npz", "numpy-savez-compressed.npz"})
    void one_wrong_byte_anywhere_is_noticed_or_harms_no_value(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(resource(name));
        Path file = folder.resolve("damaged.npz");
        int refused = 0;
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= 0x41;
            Files.write(file, bytes);
            bytes[i] ^= 0x41;
            try {
                assertSameValues(fixture(), Npz.read(file));
            } catch (UserError e) {
                refused++;
            }
        }
        assertTrue(refused > bytes.length / 2, refused + " of " + bytes.length + " refused");
    }

    private Path archiveOf(String name, byte[] content) throws IOException {
        Path file = folder.resolve("made.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return file;
    }

    @Test void a_member_that_is_no_array_is_named() throws IOException {
        assertContains(complaintAbout(archiveOf("notes.txt", new byte[9])), "'notes.txt'");
        assertContains(complaintAbout(archiveOf("w.npy", new byte[99])),
                "array 'w' is not in NumPy's .npy format");
    }

    @Test void other_versions_of_the_format_are_named() throws IOException {
        byte[] npy = Npy.encode(array(new int[] {1}, 5));
        npy[6] = 2;
        assertContains(complaintAbout(archiveOf("w.npy", npy)), "version 2.0");
    }

    @Test void a_header_longer_than_the_file_is_refused() throws IOException {
        byte[] npy = Npy.encode(array(new int[] {1}, 5));
        npy[9] = (byte) 0xff;
        assertContains(complaintAbout(archiveOf("w.npy", npy)), "cut short inside its header");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "(2,);                     of shape (2,) needs 8 bytes, but holds 4",
        "();                       ",
        "(0,);                     of shape (0,) needs 0 bytes, but holds 4",
        "(999999999, 999999999);   but holds 4",
        "(9999999999,);            impossible shape",
        "(1 2,);                   impossible shape",
        "(-1,);                    no plain array's"})
    void a_shape_that_does_not_fit_is_refused(String shape, String part) throws IOException {
        Path file = archiveOf("w.npy", withShape(shape));
        if (part == null) assertEquals(1, Npz.read(file).get("w").data().length);
        else assertContains(complaintAbout(file), part);
    }

    /** One float behind a header that claims the shape. */
    private static byte[] withShape(String shape) {
        byte[] npy = Npy.encode(array(new int[] {1, 1, 1, 1, 1, 1, 1}, 5));
        byte[] old = "(1, 1, 1, 1, 1, 1, 1), }".getBytes(StandardCharsets.US_ASCII);
        int start = new String(npy, StandardCharsets.ISO_8859_1).indexOf("(1, 1");
        Arrays.fill(npy, start, start + old.length, (byte) ' ');
        byte[] claim = (shape + ", }").getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(claim, 0, npy, start, claim.length);
        return npy;
    }

    @Test void arrays_that_are_huge_together_are_refused_before_they_are_unpacked()
            throws IOException {
        Path file = folder.resolve("huge.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (String name : List.of("a.npy", "b.npy")) {
                zip.putNextEntry(new ZipEntry(name));
                for (int i = 0; i < 129; i++) zip.write(new byte[1 << 20]);   // zeros deflate well
            }
        }
        assertContains(complaintAbout(file), "more than 256 MB");
    }

    @Test void a_name_that_stands_twice_in_an_archive_is_named() throws IOException {
        Path file = folder.resolve("twice.npz");
        Map<String, Npz.Array> arrays = new LinkedHashMap<>();
        arrays.put("w0", array(new int[] {1}, 5));
        arrays.put("w1", array(new int[] {1}, 5));
        Npz.write(file, arrays);
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Files.writeString(file, text.replace("w1", "w0"), StandardCharsets.ISO_8859_1);
        assertContains(complaintAbout(file), "array 'w0' twice");
    }

    @Test void a_shape_whose_product_overflows_is_larger_than_any_array() {
        int[] twoTo64Values = {1 << 16, 1 << 16, 1 << 16, 1 << 16};
        assertEquals(Integer.MAX_VALUE, Npz.count(twoTo64Values));
    }

    @Test void an_array_whose_data_do_not_fill_its_shape_is_a_mistake() {
        assertThrows(IllegalArgumentException.class, () -> array(new int[] {2, 2}, 1, 2, 3));
    }

    @Test void writing_replaces_an_old_file_and_leaves_no_other_behind() throws IOException {
        Path file = Files.writeString(folder.resolve("parameters.npz"), "old");
        Npz.write(file, fixture());
        assertSame(fixture(), Npz.read(file));
        assertEquals(List.of(file), Files.list(folder).toList());
    }

    @Test void a_folder_that_is_missing_is_named_when_writing() {
        Path file = folder.resolve("gone").resolve("parameters.npz");
        UserError e = assertThrows(UserError.class, () -> Npz.write(file, fixture()));
        assertEquals("Cannot write " + file + ": there is no such file or folder.", e.getMessage());
    }
}
