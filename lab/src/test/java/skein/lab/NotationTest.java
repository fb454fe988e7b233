package skein.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/NOTATION.md names what there is. */
class NotationTest {
    private static final String[] PACKAGES = {"tensor", "nn", "envs", "rl.algorithm", "rl.network",
        "rl.memory", "rl.loss", "rl.thread"};

    @Test void every_symbol_has_a_shape_and_a_unit() throws IOException {
        List<String> wrong = new ArrayList<>();
        int columns = 0;
        for (String line : Files.readAllLines(Path.of("../docs/NOTATION.md"))) {
            if (!line.startsWith("|")) continue;
            String[] cells = line.split("(?<!\\\\)\\|");           // not at \|, which is a bar
            if (line.startsWith("| symbol")) {
                columns = cells.length;
                assertTrue(line.startsWith("| symbol | Java | in | shape |")
                        && line.contains("| unit, range |"), line);
            }
            if (cells.length != columns || List.of(cells).contains(" ")) wrong.add(line);
        }
        assertEquals(List.of(), wrong);
    }

    @Test void every_name_is_a_field_or_a_method_of_its_class() throws IOException {
        String page = Files.readString(Path.of("../docs/NOTATION.md"));
        List<String> missing = new ArrayList<>();
        List<MatchResult> rows = Pattern.compile("\\| `(\\w+)` \\| `([\\w.]+)` \\|").matcher(page)
                .results().toList();
        assertTrue(rows.size() > 30, rows.size() + " rows");
        for (MatchResult row : rows) {
            if (!has(row.group(2), row.group(1))) missing.add(row.group(2) + "." + row.group(1));
        }
        assertEquals(List.of(), missing);
    }

    private static boolean has(String type, String name) {
        for (String in : PACKAGES) {
            try {
                Class<?> found = Class.forName("skein." + in + "." + type.replace('.', '$'), false,
                        NotationTest.class.getClassLoader());
                for (Field field : found.getDeclaredFields()) {
                    if (field.getName().equals(name)) return true;
                }
                for (Method method : found.getDeclaredMethods()) {
                    if (method.getName().equals(name)) return true;
                }
                return false;
            } catch (ClassNotFoundException elsewhere) {
                continue;
            }
        }
        return false;
    }
}
