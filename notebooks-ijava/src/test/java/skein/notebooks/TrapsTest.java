package skein.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The kernel has traps; notebooks stay out of them, and stay short. */
class TrapsTest {
    private static final int LINES = 18;
    private static final int COLUMNS = 100;
    private static final Pattern IMPORT = Pattern.compile("(?m)^\\s*import\\b");
    private static final Pattern WILDCARD = Pattern.compile("(?m)^\\s*import\\s+\\S*\\*;");
    private static final Pattern BARE_DISPLAY = Pattern.compile("(?m)^\\s*display\\(");
    private static final Pattern OPEN_SEALED =
            Pattern.compile("sealed\\s+interface\\s+\\w+[^{]*\\{\\s*}");
    private static final Pattern NO_VALUE = Pattern.compile(
            "execute_result[^}]*(\\w[@$][0-9a-f]{4,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-)");
    private static final Pattern VECTOR = Pattern.compile("jdk\\.incubator\\.vector");

    static Stream<Notebook> all() throws IOException {
        return Notebook.all();
    }

    /** A later import can silently set the variables of earlier cells to null. */
    @ParameterizedTest @MethodSource("all")
    void all_imports_stand_in_the_first_code_cell_which_holds_nothing_else(Notebook notebook) {
        List<Notebook.Cell> code = notebook.code();
        for (String line : code.get(0).source().split("\n")) {
            assertTrue(line.isBlank() || IMPORT.matcher(line).find(), "not an import: " + line);
        }
        for (Notebook.Cell cell : code.subList(1, code.size())) {
            assertFalse(IMPORT.matcher(cell.source()).find(), "a late import:\n" + cell.source());
        }
    }

    /** With java.awt.* the kernel's magics do not compile any more. */
    @ParameterizedTest @MethodSource("all")
    void imports_name_one_type(Notebook notebook) {
        for (Notebook.Cell cell : notebook.code()) {
            assertFalse(WILDCARD.matcher(cell.source()).find(), cell.source());
        }
    }

    /** display returns the name of what it shows, which is printed if nobody takes it. */
    @ParameterizedTest @MethodSource("all")
    void pictures_are_shown_by_show_and_not_by_display(Notebook notebook) {
        for (Notebook.Cell cell : notebook.code()) {
            assertFalse(BARE_DISPLAY.matcher(cell.source()).find(), cell.source());
        }
    }

    /** The value of a cell's last expression is shown, also behind a semicolon: use println. */
    @ParameterizedTest @MethodSource("all")
    void no_cell_ends_with_a_value_that_means_nothing(Notebook notebook) {
        for (Notebook.Cell cell : notebook.code()) {
            assertFalse(NO_VALUE.matcher(cell.outputs()).find(), cell.source());
        }
    }

    /** The kernel compiles a type at a time: a sealed one must hold what it permits. */
    @ParameterizedTest @MethodSource("all")
    void sealed_interfaces_hold_their_subtypes(Notebook notebook) {
        for (Notebook.Cell cell : notebook.code()) {
            assertFalse(OPEN_SEALED.matcher(cell.source()).find(), cell.source());
        }
    }

    /** The kernel runs with the module, but compiles cells without it. */
    @ParameterizedTest @MethodSource("all")
    void cells_leave_the_vector_module_to_the_library(Notebook notebook) {
        for (Notebook.Cell cell : notebook.code()) {
            assertFalse(VECTOR.matcher(cell.source()).find(), cell.source());
        }
    }

    /** Whatever is longer belongs in a class that has a test. */
    @ParameterizedTest @MethodSource("all")
    void cells_are_short(Notebook notebook) {
        for (Notebook.Cell cell : notebook.code().subList(1, notebook.code().size())) {
            List<String> lines = cell.source().lines().toList();
            assertTrue(lines.size() <= LINES, lines.size() + " lines:\n" + cell.source());
            assertEquals(List.of(), lines.stream().filter(l -> l.length() > COLUMNS).toList());
        }
    }
}
