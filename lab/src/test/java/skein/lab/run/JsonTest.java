package skein.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skein.lab.error.UserError;

class JsonTest {
    record Inner(int episodes, double mean) {}

    record Outer(String world, Long solvedAtStep, double seconds, Inner evaluation) {}

    record Layers(int[] hidden, Map<String, Number> hyper) {}

    @TempDir Path folder;
    private Path file;

    @BeforeEach void nameFile() {
        file = folder.resolve("summary.json");
    }

    @Test void a_record_is_written_for_people_and_what_is_unknown_is_null() throws IOException {
        Json.write(file, new Outer("θ & <cartpole>", null, Double.NaN, new Inner(100, 475.5)));
        assertEquals("""
                {
                  "world": "θ & <cartpole>",
                  "solvedAtStep": null,
                  "seconds": null,
                  "evaluation": {
                    "episodes": 100,
                    "mean": 475.5
                  }
                }
                """, Files.readString(file));
    }

    @Test void infinity_becomes_null_in_a_map_too() throws IOException {
        Json.write(file, Map.of("mean", Double.POSITIVE_INFINITY));
        assertEquals("{\n  \"mean\": null\n}\n", Files.readString(file));
    }

    @Test void a_record_is_read_back_and_null_is_NaN() {
        Outer outer = new Outer("cartpole", 84_000L, Double.NaN, new Inner(100, -0.1));
        Json.write(file, outer);
        assertEquals(outer, Json.read(file, Outer.class));
        assertEquals(100, Json.read(file, JsonObject.class).getAsJsonObject("evaluation")
                .get("episodes").getAsInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "{\"world\": ", "[1]", "{\"seconds\": \"soon\"}",
        "{} {}", "{'world': 1}", "{\"evaluation\": 5}"})
    void what_is_no_such_record_is_refused_in_a_sentence(String text) throws IOException {
        Files.writeString(file, text);
        String sentence =
                assertThrows(UserError.class, () -> Json.read(file, Outer.class)).getMessage();
        assertTrue(sentence.startsWith("Cannot read " + file + ": it is "), sentence);
        assertTrue(sentence.endsWith("."), sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"seconds\": \"soon\"}                      | line 1, at seconds.",
        "{\"world\": \"a\",\\n\"evaluation\": 5}         | line 2, at evaluation.",
        "{\"evaluation\": {\"episodes\": 1,\\n 5}}      | line 2, at evaluation.episodes.",
        "[1]                                        | line 1.",
    })
    void the_line_and_the_field_are_named(String text, String place) throws IOException {
        Files.writeString(file, text.replace("\\n", "\n"));
        assertEquals("Cannot read " + file + ": it is not the JSON that is expected, " + place,
                assertThrows(UserError.class, () -> Json.read(file, Outer.class)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"hidden\": [8, null]}                      | line 1, at hidden.   ",
        "{\"hidden\": [8],\\n\"hyper\": {\"eta\": \"x\"}} | line 2, at hyper.",
    })
    void an_element_that_is_no_number_is_refused_too(String text, String place)
            throws IOException {
        Files.writeString(file, text.replace("\\n", "\n"));
        assertEquals("Cannot read " + file + ": it is not the JSON that is expected, " + place,
                assertThrows(UserError.class, () -> Json.read(file, Layers.class)).getMessage());
    }

    @Test void a_missing_file_is_named() {
        UserError e = assertThrows(UserError.class, () -> Json.read(file, Outer.class));
        assertEquals("Cannot read " + file + ": there is no such file or folder.", e.getMessage());
    }
}
