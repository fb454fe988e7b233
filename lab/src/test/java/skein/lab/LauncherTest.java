package skein.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher {@code ./skein}, copied into a house of its own, of which nothing is built. Where a
 * test is to come as far as Java, an empty jar stands for the build, and the JDK is a script that
 * starts these classes.
 */
@Timeout(120) @DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String RECORDS_ITS_VERSION = "JAVA_VERSION=\"17.0.1\"\n";

    @TempDir Path folder;

    private Path house;
    private Path jdk;

    @BeforeEach void copy() throws IOException {
        house = Files.createDirectory(folder.toRealPath().resolve("a house's"));
        jdk = folder.resolve("jdk");
        script(house.resolve("skein"), Files.readString(Path.of("../skein")));
        Files.writeString(house.resolve("pom.xml"), "");
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** It forgets the options before the name of the main class. */
    private void makeJdk(String release) throws IOException {
        script(jdk.resolve("bin/javac"), "#!/bin/sh\n");
        script(jdk.resolve("bin/java"), """
                #!/bin/sh
                while [ "$1" != skein.lab/skein.lab.Main ]; do shift; done
                shift
                exec "$JAVA" -cp "$CLASSES" skein.lab.Main "$@"
                """);
        Files.writeString(jdk.resolve("release"), release);
    }

    private void build() throws IOException {
        Path modules = Files.createDirectories(house.resolve("lab/target/modules"));
        Files.writeString(modules.resolve("skein-lab-0.jar"), "");
        Files.writeString(modules.resolve("skein-tensor-vector-0.jar"), "");
    }

    /** Without Maven on the path; output and errors together. */
    private void assertSays(int code, String sentence, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(house.resolve("skein").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");   // a JVM tells that it has seen them
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_"));
        builder.environment().put("LANG", "xx_XX.UTF-8");
        builder.environment().put("JAVA_HOME", jdk.toString());
        builder.environment().put("JAVA",
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.environment().put("CLASSES", System.getProperty("java.class.path"));
        builder.environment().put("PATH", tools().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(sentence + "\n", said);
        assertEquals(code, process.waitFor());
    }

    /** What the launcher calls, found where the system has it. */
    private Path tools() throws IOException {
        Path tools = folder.resolve("tools");
        if (Files.exists(tools)) return tools;
        Files.createDirectory(tools);
        for (String name : List.of("env", "bash", "basename", "cat", "dirname", "find", "flock",
                "grep", "head", "locale", "mkdir", "readlink", "rm", "sed", "stty", "touch")) {
            for (String place : System.getenv("PATH").split(":")) {
                Path tool = Path.of(place, name);
                if (!Files.isExecutable(tool)) continue;
                script(tools.resolve(name), "#!/bin/sh\nexec " + tool + " \"$@\"\n");
                break;
            }
        }
        return tools;
    }

    @Test void a_JAVA_HOME_without_a_JDK_is_refused() throws Exception {
        assertSays(2, "skein: JAVA_HOME is " + jdk
                + ", but no JDK is there (bin/java and bin/javac).", "list");
    }

    @Test void a_JDK_that_is_too_old_is_refused() throws Exception {
        makeJdk("JAVA_VERSION=\"11.0.2\"\n");
        assertSays(2, "skein: JAVA_HOME is JDK 11, but Skein needs JDK 17 or newer.", "list");
    }

    @Test void without_a_build_and_without_Maven_it_says_what_to_install() throws Exception {
        makeJdk(RECORDS_ITS_VERSION);
        assertSays(2, "skein: Skein is to be built first, but there is no Maven here: install "
                + "Maven 3.8 or newer.", "list");
    }

    @Test void a_build_that_fails_shows_why_and_ends_with_1() throws Exception {
        makeJdk(RECORDS_ITS_VERSION);
        script(tools().resolve("mvn"), "#!/bin/sh\necho '[ERROR] no network -> [Help 1]'\nexit 1\n");
        assertSays(1, "Building Skein (first use, about a minute) ...\n[ERROR] no network\n"
                + "skein: The build failed. Its whole log is " + house
                + "/lab/target/build.log", "list");
    }

    @Test void arguments_and_the_exit_code_pass_through_it_unharmed() throws Exception {
        makeJdk(RECORDS_ITS_VERSION);
        build();
        assertSays(2, "Unknown option: '--size=1  2'\nSee ./skein train --help.", "train",
                "--size=1  2");
        assertSays(2, "There is no folder " + folder.resolve("a  run") + ". Give the folder of "
                + "a run: ./skein train prints it at its end.", "evaluate",
                folder.resolve("a  run").toString());
    }

    @Test void a_locale_that_is_not_installed_does_not_make_file_names_ASCII() throws Exception {
        makeJdk(RECORDS_ITS_VERSION);
        script(tools().resolve("mvn"), "#!/bin/sh\necho \"[ERROR] $LC_ALL\"\nexit 1\n");
        assertSays(1, "Building Skein (first use, about a minute) ...\n[ERROR] C.UTF-8\n"
                + "skein: The build failed. Its whole log is " + house
                + "/lab/target/build.log", "list");
        build();
        script(jdk.resolve("bin/java"), "#!/bin/sh\necho \"locale: $LC_ALL\"\n");
        assertSays(0, "locale: C.UTF-8", "list");
    }

    @Test void only_a_window_asks_for_a_display() throws Exception {
        makeJdk(RECORDS_ITS_VERSION);
        build();
        script(jdk.resolve("bin/java"), "#!/bin/sh\ncase $* in *headless*) echo none ;; "
                + "*) echo a display ;; esac\n");
        assertSays(0, "none", "watch", "run", "--gif", "a.gif");
        assertSays(0, "a display", "watch", "run", "--window");
        assertSays(0, "a display", "watch", "--window=true", "run");
    }

    /** The warning of the JVM is taken out on the way, and nothing else may be. */
    @Test void complaints_pass_through_the_filter_of_a_JDK_with_vectors() throws Exception {
        makeJdk(RECORDS_ITS_VERSION + "MODULES=\"java.base jdk.incubator.vector\"\n");
        build();
        assertSays(2, "--threads must be 1 .. 1024, but got 0.", "train", "--threads", "0");
    }
}
