package skein.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import skein.envs.World;

class ArgumentsTest {
    private static final String USAGE = "Speed [ROUNDS=15] [STEPS=20000] [WORLDS=all]";

    @TempDir Path folder;

    private static Arguments given(String... given) {
        return new Arguments(USAGE, given);
    }

    /** A program with one argument, and how it complains about its value. */
    private static String complaint(String name, String value, Consumer<Arguments> use) {
        Arguments given = new Arguments("Speed " + name, value);
        return assertThrows(Arguments.Refused.class, () -> use.accept(given)).getMessage();
    }

    private static String mustBe(String name, String what, String value) {
        return name + " must be " + what + ", but got \"" + value + "\"."
                + System.lineSeparator() + "Usage: Speed " + name;
    }

    @Test void what_is_not_given_is_as_the_usage_says() {
        assertEquals(15, given().whole("ROUNDS", 100));
        assertEquals(7, given("7").whole("ROUNDS", 100));
        assertEquals(20_000, given("7").steps("STEPS"));
        assertEquals(3_000_000_000L, given("7", "3000000000").steps("STEPS"));
    }

    @Test void a_fourth_argument_has_no_place() {
        String message = assertThrows(Arguments.Refused.class, () -> given("7", "1", "all", "more"))
                .getMessage();
        assertEquals("There is no place for \"more\"." + System.lineSeparator()
                + "Usage: " + USAGE, message);
    }

    @Test void what_stands_without_brackets_must_be_given() {
        String message = assertThrows(Arguments.Refused.class,
                () -> new Arguments("update N COUNT", "5")).getMessage();
        assertEquals("COUNT is missing." + System.lineSeparator() + "Usage: update N COUNT",
                message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "101", "1.5", "x", "", "--help", "99999999999999999999"})
    void a_count_is_a_whole_number_from_1_to_its_most(String value) {
        assertEquals(mustBe("ROUNDS", "a whole number from 1 to 100", value),
                complaint("ROUNDS", value, given -> given.whole("ROUNDS", 100)));
        assertEquals(1, new Arguments("Speed ROUNDS", "1").whole("ROUNDS", 100));
        assertEquals(100, new Arguments("Speed ROUNDS", "100").whole("ROUNDS", 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "1,,2", "1,", "1,0", "1, 2", "1,1025"})
    void so_is_each_of_several(String value) {
        assertTrue(complaint("THREADS", value, given -> given.wholes("THREADS", 1024))
                .startsWith("THREADS must be whole numbers, each from 1 to 1024, but got \""
                        + value + "\"."));
        assertArrayEquals(new int[] {1, 2, 16},
                new Arguments("Speed THREADS", "1,2,16").wholes("THREADS", 1024));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "-1", "NaN", "Infinity", "1e3", "x"})
    void minutes_are_a_number_greater_than_0(String value) {
        assertEquals(mustBe("MINUTES", "a number > 0, such as 60 or 0.5", value),
                complaint("MINUTES", value, given -> given.positive("MINUTES")));
        assertEquals(0.25, new Arguments("Soak MINUTES", "0.25").positive("MINUTES"));
    }

    @Test void an_unknown_world_is_refused_with_those_that_may_be_meant() {
        assertTrue(complaint("WORLD", "cartpol", given -> given.world("WORLD")).startsWith(
                "There is no world \"cartpol\". Did you mean cartpole?" + System.lineSeparator()));
        assertTrue(complaint("WORLDS", "pong,nowhere", given -> given.worlds("WORLDS"))
                .startsWith("There is no world \"nowhere\"."));
        assertEquals(List.of("pong", "pendulum"), new Arguments("Speed WORLDS", "pong,pendulum")
                .worlds("WORLDS").stream().map(World::name).toList());
    }

    @Test void a_world_without_numbered_actions_is_refused_where_they_are_needed() {
        assertEquals(mustBe("WORLD", "a world with numbered actions, such as cartpole", "pendulum"),
                complaint("WORLD", "pendulum", given -> given.world("WORLD")));
    }

    @Test void an_unknown_network_is_refused_with_all_there_are() {
        assertTrue(complaint("NETWORK", "x", given -> given.oneOf("NETWORK", NetworkWork.NAMES))
                .startsWith("There is no network \"x\". "
                        + "Choose one of: mlp, minatar, atari, lstm."));
    }

    @Test void a_file_needs_a_folder_that_is_there() throws Exception {
        Path old = Files.createFile(folder.resolve("old.png"));
        for (Path file : List.of(old, folder.resolve("new.png"))) {
            assertEquals(file, new Arguments("Sheet FILE", file.toString()).file("FILE"));
        }
        for (Path none : List.of(folder, folder.resolve("none/new.png"), old.resolve("new.png"))) {
            assertEquals(mustBe("FILE", "a file that can be written, in a folder that is there",
                    none.toString()),
                    complaint("FILE", none.toString(), given -> given.file("FILE")));
        }
        assertEquals(mustBe("FOLDER", "a folder that is there", old.toString()),
                complaint("FOLDER", old.toString(), given -> given.folder("FOLDER")));
        assertEquals(folder, new Arguments("Pictures FOLDER", folder.toString()).folder("FOLDER"));
    }
}
