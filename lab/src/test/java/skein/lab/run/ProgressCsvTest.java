package skein.lab.run;

import static java.lang.Double.NaN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skein.lab.error.UserError;
import skein.lab.run.ProgressCsv.Row;

class ProgressCsvTest {
    private static final String HEADER =
            "steps,seconds,stepsPerSecond,episodes,meanReturn100,entropy,eta,evaluation\n";

    @TempDir Path folder;
    private Path file;

    @BeforeEach void nameFile() {
        file = folder.resolve("progress.csv");
    }

    @Test void a_row_is_in_the_file_before_the_table_is_closed() throws IOException {
        try (ProgressCsv table = ProgressCsv.create(file)) {
            assertEquals(HEADER, Files.readString(file));
            table.append(new Row(20_000, 0.25, 80_000, 321, 61.75, 0.6875, 7e-4, NaN));
            assertEquals(HEADER + "20000,0.25,80000.0,321,61.75,0.6875,7.0E-4,\n",
                    Files.readString(file));
        }
    }

    @Test void what_is_not_finite_stays_empty() throws IOException {
        try (ProgressCsv table = ProgressCsv.create(file)) {
            table.append(new Row(1, NaN, Double.POSITIVE_INFINITY, 0, NaN, NaN, NaN, 9));
        }
        assertEquals(HEADER + "1,,,0,,,,9.0\n", Files.readString(file));
    }

    @Test void rows_are_read_back() {
        Row full = new Row(1L << 40, 0.5, 1e6, 3, -21, 0.125, 0, 500);
        Row sparse = new Row(2, 1.5, 2, 4, NaN, NaN, NaN, NaN);
        try (ProgressCsv table = ProgressCsv.create(file)) {
            table.append(full);
            table.append(sparse);
        }
        assertEquals(List.of(full, sparse), ProgressCsv.read(file));
    }

    @Test void threads_that_append_at_once_lose_and_tear_no_row() {
        try (ProgressCsv table = ProgressCsv.create(file)) {
            IntStream.range(0, 2_000).parallel()
                    .forEach(i -> table.append(new Row(i, 1, 2, 3, 4, 5, 6, 7)));
        }
        long[] steps = ProgressCsv.read(file).stream().mapToLong(Row::steps).sorted().toArray();
        assertEquals(LongStream.range(0, 2_000).boxed().toList(),
                LongStream.of(steps).boxed().toList());
    }

    @Test void an_old_table_is_never_overwritten() throws IOException {
        Files.writeString(file, "precious");
        UserError e = assertThrows(UserError.class, () -> ProgressCsv.create(file));
        assertEquals("Cannot write " + file + ": a file of this name is in the way.",
                e.getMessage());
        assertEquals("precious", Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3", "x,0,0,0,0,0,0,0", "1,0,0,0,0,0,0,0,0", "1,0,0,0,zero,0,0,0"})
    void a_line_that_is_no_row_is_named(String line) throws IOException {
        Files.writeString(file, HEADER + "1,0,0,0,0,0,0,0\n" + line + "\n");
        String sentence = assertThrows(UserError.class, () -> ProgressCsv.read(file)).getMessage();
        assertTrue(sentence.startsWith("Cannot read " + file + ": line 3 is no row"), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b,c\n"})
    void a_file_without_the_header_is_refused(String text) throws IOException {
        Files.writeString(file, text);
        assertThrows(UserError.class, () -> ProgressCsv.read(file));
    }
}
