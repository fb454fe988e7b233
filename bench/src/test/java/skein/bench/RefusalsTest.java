package skein.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user can put right is a sentence, exit code 2, and no stack trace: in each program. */
class RefusalsTest {
    private static final List<String> PROGRAMS = List.of("ThreadScaling x", "LostSteps 1027 abc",
            "SolveTable 0", "Soak 0 2 nowhere", "ScheduleSpeed 1 100 cartpole 0",
            "TelemetryCost nowhere", "TelemetryCost child nowhere", "WorldSpeed 1 nowhere",
            "WorldsSheet", "CoursePictures none", "NetworkSpeed none", "TrainingSpeed pong 2",
            "MachineSpeed more", "-Dskein.kernels=none LostSteps");

    /** Each answers lines from standard input, and gets one it cannot obey. */
    private static final List<String> TALKS = List.of("NetworkSpeed mlp < forward",
            "TrainingSpeed cartpole 1 5 < train 100 x", "MachineSpeed < triad 0 1");

    @TempDir Path folder;

    private record Running(String line, Process process, Path errors) {
        void check() throws Exception {
            int code = process.waitFor();
            String said = Files.readString(errors);
            assertEquals(2, code, line + ": " + said);
            assertEquals(0, Stream.of(said.split("\\R")).filter(x -> x.matches("\\s+at .*|.*Exc.*"))
                    .count(), line + ": " + said);
            assertEquals(1, Stream.of(said.split("\\R")).filter(x -> x.matches(".*\\.")).count(),
                    line + ": " + said);
        }
    }

    /** All at once, because most of their time is the start of a JVM. */
    @Test void each_program_ends_with_2_and_a_sentence() throws Exception {
        List<Running> all = new ArrayList<>();
        for (String line : PROGRAMS) all.add(start(line, ""));
        for (String line : TALKS) {
            String[] parts = line.split(" < ");
            all.add(start(parts[0], parts[1] + "\n"));
        }
        for (Running one : all) one.check();
    }

    private Running start(String line, String input) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx200m", "-cp", classes()));
        for (String word : line.split(" ")) {
            command.add(Character.isUpperCase(word.charAt(0)) ? "skein.bench." + word : word);
        }
        Path errors = Files.createTempFile(folder, "errors", ".txt");
        Process process = new ProcessBuilder(command).redirectError(errors.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try (var in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        }
        return new Running(line, process, errors);
    }

    private static String classes() {
        return Stream.of("jdk.module.path", "java.class.path").map(System::getProperty)
                .filter(Objects::nonNull).collect(Collectors.joining(
                        System.getProperty("path.separator")));
    }
}
