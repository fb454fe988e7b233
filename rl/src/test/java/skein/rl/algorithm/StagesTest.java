package skein.rl.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packages of rl stand in the order in which a datum travels: no stage imports a later one. */
class StagesTest {
    private static final List<String> STAGES = List.of("network", "policy", "memory", "returns",
            "loss",
            "thread", "telemetry", "algorithm");
    private static final Pattern IMPORT = Pattern.compile("skein\\.rl\\.(\\w+)\\.");

    @Test void no_stage_imports_a_later_one() throws IOException {
        Path sources = Path.of("src/main/java/skein/rl");
        List<String> wrong = new ArrayList<>();
        int files = 0;
        for (String stage : STAGES) {
            try (Stream<Path> paths = Files.list(sources.resolve(stage))) {
                for (Path file : paths.toList()) {
                    files++;
                    Matcher found = IMPORT.matcher(Files.readString(file));
                    while (found.find()) {
                        int imported = STAGES.indexOf(found.group(1));
                        if (imported > STAGES.indexOf(stage) || imported < 0) {
                            wrong.add(file + " uses " + found.group());
                        }
                    }
                }
            }
        }
        assertTrue(files > STAGES.size());
        assertEquals(List.of(), wrong);
    }
}
