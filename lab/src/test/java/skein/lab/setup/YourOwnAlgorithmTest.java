package skein.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/YOUR-OWN-ALGORITHM.md: one new file and one line more, and the command line has it. */
class YourOwnAlgorithmTest {
    private static final Path SOURCES = Path.of("src/main/java/skein/lab");
    private static final Path EXAMPLE =
            Path.of("src/test/java/skein/lab/setup/EvolutionStrategy.java");
    private static final String LIST = "static final List<Entry> ALL = List.of(\n";
    private static final String LINE = "            EvolutionStrategy.ENTRY,\n";

    @TempDir Path folder;

    @Test void the_document_shows_the_file_and_the_line_as_they_are() throws IOException {
        String page = Files.readString(Path.of("../docs/YOUR-OWN-ALGORITHM.md"));
        assertTrue(page.contains("```java\n" + Files.readString(EXAMPLE) + "```"),
                "docs/YOUR-OWN-ALGORITHM.md has to show EvolutionStrategy.java as it is");
        assertTrue(page.contains("```java\n" + LINE.strip() + "\n```"), LINE);
    }

    @Test void the_file_has_at_most_40_lines_beside_its_imports() throws IOException {
        long lines = Files.readAllLines(EXAMPLE).stream()
                .filter(line -> !line.isBlank() && !line.matches("(package|import) .*")).count();
        assertTrue(lines <= 40, lines + " lines");
    }

    /** Compiles lab with the file and the line, apart from the lab that tests; then trains. */
    @Test void with_the_file_and_the_line_the_command_line_trains_and_it_learns() throws Exception {
        Path classes = compileWithExample();
        String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator);
        List<URL> urls = new ArrayList<>(List.of(classes.toUri().toURL()));
        for (String entry : classPath) urls.add(Path.of(entry).toUri().toURL());
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]),
                ClassLoader.getPlatformClassLoader())) {
            Method run = loader.loadClass("skein.lab.command.Commands").getMethod("run",
                    PrintStream.class, PrintStream.class, String[].class);
            String list = skein(run, "list");
            assertTrue(list.contains("  evolution-strategy     Tries both sides of θ"), list);
            String trained = skein(run, "train", "cartpole", "--algorithm",
                    "evolution-strategy", "--threads", "1", "--out", folder + "/run");
            assertTrue(trained.contains("Evolution strategy on cartpole, 1 thread"), trained);
            assertTrue(trained.contains("Solved at T = "), trained);
        }
    }

    private Path compileWithExample() throws IOException {
        Path algorithms = folder.resolve("Algorithms.java");
        String source = Files.readString(SOURCES.resolve("setup/Algorithms.java"));
        assertTrue(source.contains(LIST), LIST);
        Files.writeString(algorithms, source.replace(LIST, LIST + LINE));
        List<String> arguments = new ArrayList<>(List.of("-d", folder.resolve("classes").toString(),
                "-encoding", "UTF-8", "-proc:none", "-cp", System.getProperty("java.class.path"),
                algorithms.toString(), EXAMPLE.toString()));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(f -> f.toString().endsWith(".java") && !f.endsWith("Algorithms.java"))
                    .forEach(f -> arguments.add(f.toString()));
        }
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, complaints,
                arguments.toArray(new String[0]));
        assertEquals(0, code, complaints.toString(StandardCharsets.UTF_8));
        return folder.resolve("classes");
    }

    private static String skein(Method run, String... args) throws ReflectiveOperationException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        Object code = run.invoke(null, print, print, args);
        String said = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, code, said);
        return said;
    }
}
