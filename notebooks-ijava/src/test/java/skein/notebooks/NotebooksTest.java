package skein.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of every notebook on the real kernel, in short, without Jupyter. */
class NotebooksTest {
    static Stream<Notebook> all() throws IOException {
        return Notebook.all();
    }

    @ParameterizedTest @MethodSource("all")
    void every_cell_runs_and_exercises_know_right_from_not_yet(Notebook notebook)
            throws ReflectiveOperationException {
        Map<Integer, String> solutions = notebook.solutions();
        int exercise = 0;
        try (KernelWithoutJupyter kernel = new KernelWithoutJupyter()) {
            for (Notebook.Cell cell : notebook.code()) {
                run(kernel, cell.source());
                requirePromised(kernel, cell);
                if (!cell.is("check")) continue;
                exercise++;
                requireAnswer(kernel, exercise, "not yet", cell);
                assertTrue(solutions.containsKey(exercise), "exercise " + exercise
                        + " has no solution in solutions/" + notebook + ".java");
                run(kernel, solutions.get(exercise));
                run(kernel, cell.source());
                requireAnswer(kernel, exercise, "right", cell);
            }
        }
        assertEquals(solutions.size(), exercise, "as many checks as solutions");
    }

    private static void run(KernelWithoutJupyter kernel, String source) {
        try {
            kernel.run(source);
        } catch (Exception e) {
            fail("This cell failed:\n" + source + "\n" + String.join("\n", kernel.formatError(e)),
                    e);
        }
    }

    private static void requirePromised(KernelWithoutJupyter kernel, Notebook.Cell cell) {
        if (cell.is("picture") || cell.is("film")) {
            assertTrue(kernel.hasPicture(), "no picture beneath\n" + cell.source());
        }
        if (cell.is("table")) {
            assertTrue(kernel.html().contains("<table"), "no table beneath\n" + cell.source());
        }
        if (cell.is("walk")) {
            assertTrue(kernel.html().contains("radio"), "no buttons beneath\n" + cell.source());
        }
        if (cell.is("source")) {
            assertTrue(kernel.html().contains("<pre"), "no source beneath\n" + cell.source());
        }
    }

    private static void requireAnswer(KernelWithoutJupyter kernel, int exercise, String answer,
                                      Notebook.Cell cell) {
        String begin = "Exercise " + exercise + ": " + answer + ".";
        assertTrue(kernel.html().contains(begin), "instead of \"" + begin + "\" the check says "
                + kernel.html() + "\nThe check:\n" + cell.source());
    }

    @ParameterizedTest @MethodSource("all")
    void notebooks_have_exercises_pictures_and_outputs_of_a_full_run(Notebook notebook) {
        List<Notebook.Cell> code = notebook.code();
        long exercises = code.stream().filter(cell -> cell.is("exercise")).count();
        assertTrue(exercises >= 2, "only " + exercises + " exercises");
        assertTrue(code.stream().anyMatch(cell -> cell.is("picture") || cell.is("film")),
                "no picture");
        for (Notebook.Cell cell : code) {
            boolean promises = Stream.of("picture", "film", "table", "source", "walk", "check")
                    .anyMatch(cell::is);
            assertTrue(!promises || cell.outputs().length() > 2, "run notebooks-ijava/course run "
                    + notebook.name().substring(0, 2) + ": there is no output beneath\n"
                    + cell.source());
        }
    }

    @ParameterizedTest @MethodSource("all")
    void each_check_follows_its_exercise(Notebook notebook) {
        List<String> order = notebook.code().stream().filter(c -> c.is("exercise") || c.is("check"))
                .map(cell -> cell.tags().get(0)).toList();
        assertEquals(IntStream.range(0, order.size())
                .mapToObj(i -> i % 2 == 0 ? "exercise" : "check").toList(), order);
    }
}
