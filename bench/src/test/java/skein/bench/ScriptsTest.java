package skein.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts refuse what they do not know before they do anything: a sentence, exit code 2. */
@DisabledOnOs(OS.WINDOWS)
class ScriptsTest {
    @ParameterizedTest(name = "{0} {1}") @Timeout(60)
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "mistakes  | 3 4                     | One NUMBER from 1 to 15 at most, but got: 3 4",
        "mistakes  | 16                      | One NUMBER from 1 to 15 at most, but got: 16",
        "mutations | 2 2                     | One number of jobs at most, 1 to 99, but got: 2 2",
        "mutations | --help                  | One number of jobs at most, 1 to 99, but got: --help",
        "learning  | cartpole x 1 a3c        | MARK must be a number, but got \"x\".",
        "learning  | cartpole 475 0 a3c      | SEEDS must be a number from 1 on, but got \"0\".",
        "learning  | cartpole 475 1 -- --eta | There must be an ALGORITHM before --.",
        "learning  | cartpole 475 1 a3c --threads 2 | Options of train stand behind --, but got "
            + "\"--threads\" before it.",
        "course    | --quick a b             | One option, then one FOLDER at most, but got: a b",
        "stress    | Stress_02 --quick       | After TEST nothing can follow, options stand before "
            + "it; got \"--quick\".",
    })
    void a_script_refuses_what_it_does_not_know(String name, String arguments, String sentence)
            throws IOException, InterruptedException {
        Path script = Path.of(name, "run");
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("bench/" + script + ": " + sentence + "\n", said);
        assertEquals(2, process.waitFor());
    }
}
