package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/DEVIATIONS.md lists each comment that says where an algorithm leaves its listing. */
class DeviationsTest {
    private static final Pattern COMMENT = Pattern.compile("//[ (]*(beyond.*?)\\s*$",
            Pattern.MULTILINE);
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| (beyond.*?) \\| ",
            Pattern.MULTILINE);

    @Test void the_table_and_the_margins_say_the_same() throws IOException {
        List<String> margins = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/skein/rl/algorithm"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                Matcher comment = COMMENT.matcher(Files.readString(file));
                while (comment.find()) margins.add(name + ": " + comment.group(1));
            }
        }
        List<String> rows = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(Path.of("../docs/DEVIATIONS.md")));
        while (row.find()) rows.add(row.group(1) + ": " + row.group(2));
        assertFalse(rows.isEmpty());
        assertEquals(margins.stream().sorted().toList(), rows.stream().sorted().toList());
    }
}
