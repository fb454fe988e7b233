package skein.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import skein.lab.command.Commands;

/** docs/STEPPING-THROUGH.md says what a debugger says. */
class SteppingThroughTest {
    private static final String PROMPT = "main[1] ";

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/STEPPING-THROUGH.md"));
    }

    private static List<MatchResult> find(String regex, String text) {
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).results().toList();
    }

    private static String source(String type) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            Path found = files.filter(f -> f.endsWith(type + ".java")
                    && f.toString().contains("src/main/java")).findFirst().orElseThrow();
            return Files.readString(found);
        }
    }

    @Test void the_lines_of_the_algorithm_are_its_own() throws IOException {
        String algorithm = source("A3C");
        String quoted = find("```java\n(.*?)\n```", page()).get(0).group(1);
        assertTrue(algorithm.contains(quoted), quoted);
        List<MatchResult> statements = find("`([^`\n]+;)`", page());
        assertEquals(2, statements.size());
        for (MatchResult line : statements) {
            assertTrue(algorithm.contains(line.group(1)), line.group(1));
        }
    }

    @Test void every_variable_is_one_of_its_file() throws IOException {
        List<MatchResult> rows = find("\n\\| (`[^|]*) \\| `(\\w+)` \\|", page());
        assertEquals(14, rows.size());
        for (MatchResult row : rows) {
            String code = source(row.group(2)).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
            for (String name : row.group(1).replace("`", "").split(", ")) {
                assertTrue(!find("\\w[\\[\\]>]* " + name + "\\b", code).isEmpty(), name);
            }
        }
    }

    @Test void the_command_line_trains(@TempDir Path folder) throws IOException {
        String command = find("\n    (train [^\n]*)\n", page()).get(0).group(1);
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Commands.run(new PrintStream(OutputStream.nullOutputStream()),
                new PrintStream(err), (command + " --out " + folder.resolve("run")).split(" "));
        assertEquals(0, code, err.toString());
    }

    @Test void the_frames_there_are_eight_and_back_six_and_those_of_the_session()
            throws IOException {
        framesAre(8, "on the way there", "matmul\\(\\).*?main\\[1\\] step");
        framesAre(6, "on the way back", "matmulTN\\(\\).*?main\\[1\\] print");
    }

    private static void framesAre(int count, String title, String where) throws IOException {
        String rows = find("\n\\| " + title + " \\|.*?\n\n", page()).get(0).group();
        List<String> table = find("\n\\| `(\\w+\\.\\w+)` \\|", rows).stream()
                .map(row -> row.group(1)).toList();
        assertEquals(count, table.size());
        String session = find(where, page()).get(0).group();
        List<String> frames = new ArrayList<>();
        for (MatchResult frame : find("  \\[\\d\\] skein[.\\w]*\\.(\\w+\\.\\w+) ", session)) {
            frames.add(0, frame.group(1));
        }
        frames.remove("StepThrough.main");
        assertEquals(table, frames);
    }

    /** The session of the document, command by command, in the debugger of this JDK. */
    @Test @Timeout(120) void jdb_says_what_the_document_shows() throws IOException {
        Process jdb = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jdb").toString(),
                "-sourcepath", "../rl/src/main/java" + File.pathSeparator
                        + "../tensor/src/main/java",
                "-classpath", System.getProperty("java.class.path"), "skein.lab.StepThrough")
                .redirectErrorStream(true).start();
        int commands = 0;
        try {
            String said = await(jdb.getInputStream(), "> ");
            for (MatchResult block : find("```text\n(.*?)```", page())) {
                for (String line : block.group(1).split("\n")) {
                    if (line.startsWith("> ") || line.startsWith(PROMPT)) {
                        String command = line.replaceFirst("^(> |main\\[1\\] )", "");
                        said = ask(jdb, command, line.startsWith("> stop") ? "> " : PROMPT);
                        commands++;
                    } else {
                        assertShown(line, said);
                    }
                }
            }
        } finally {
            jdb.destroyForcibly();
        }
        assertTrue(commands > 20, commands + " commands");
    }

    private static String ask(Process jdb, String command, String prompt) throws IOException {
        jdb.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        jdb.getOutputStream().flush();
        return command.equals("quit") ? "" : await(jdb.getInputStream(), prompt);
    }

    /** What it says until it asks for a command. */
    private static String await(InputStream from, String prompt) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        while (!said.toString(StandardCharsets.UTF_8).endsWith(prompt)) {
            int next = from.read();
            if (next < 0) throw new IOException("jdb ended after: " + said);
            said.write(next);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    /** The line, with anything in place of its dots. */
    private static void assertShown(String line, String said) {
        String regex = "\\Q" + line.strip().replace("...", "\\E.*\\Q") + "\\E";
        assertTrue(said.lines().anyMatch(l -> l.strip().matches(regex)),
                "not shown: " + line + "\nbut:\n" + said);
    }
}
