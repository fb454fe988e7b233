package skein.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.lab.command.Ran.skein;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What --help says, on a terminal of 80 columns. */
class HelpTest {
    private static final String WIDTH = "picocli.usage.width";

    @AfterEach void usualWidth() {
        System.clearProperty(WIDTH);
    }

    private static List<String> help(int width, String... command) {
        System.setProperty(WIDTH, "" + width);
        Ran result = skein(command);
        assertEquals(0, result.code(), result.err());
        return result.out().lines().toList();
    }

    /** picocli breaks lines anywhere, also within "progress.csv"; so no line may be too long. */
    private static void assertNoLineIsBroken(String... command) {
        Set<String> whole = help(300, command).stream().map(String::strip)
                .collect(Collectors.toSet());
        List<String> lines = help(80, command);
        int first = 0;                                       // behind the synopsis
        while (lines.get(first).startsWith(first == 0 ? "Usage:" : " ")) first++;
        assertTrue(first + 2 < lines.size());
        assertEquals(List.of(), lines.subList(first, lines.size()).stream()
                .filter(line -> !whole.contains(line.strip())).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "evaluate", "watch", "play", "trace", "list"})
    void no_line_of_a_command_is_broken_at_80_columns(String command) {
        assertNoLineIsBroken(command, "--help");
    }

    @Test void nor_of_the_list_of_commands() {
        assertNoLineIsBroken("--help");
    }
}
