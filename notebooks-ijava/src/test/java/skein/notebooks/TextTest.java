package skein.notebooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A notebook is made of its text and never edited by hand. */
class TextTest {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java[^\\n]*\\n(.*?)\\n```$");

    static Stream<Notebook> all() throws IOException {
        return Notebook.all();
    }

    @ParameterizedTest @MethodSource("all")
    void a_notebooks_code_is_that_of_its_text(Notebook notebook) throws IOException {
        String text = Files.readString(Path.of("text", notebook.name() + ".md"));
        List<String> blocks = BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
        List<String> cells = notebook.code().stream().map(Notebook.Cell::source).toList();
        assertEquals(String.join("\n----\n", blocks), String.join("\n----\n", cells),
                "run notebooks-ijava/course run " + notebook.name().substring(0, 2));
    }

    @ParameterizedTest @MethodSource("all")
    void a_notebook_stands_in_the_courses_table(Notebook notebook) throws IOException {
        long rows = Files.readString(Path.of("README.md")).lines()
                .filter(line -> line.contains("](" + notebook.name() + ".ipynb)")).count();
        assertEquals(1, rows, "rows of " + notebook + " in README.md");
    }
}
