package skein.lab.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skein.envs.CartPole;
import skein.envs.TimeLimit;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.algorithm.A3C;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.telemetry.LearnerTelemetry;
import skein.rl.telemetry.Telemetry;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/** docs/TELEMETRY.md: its example runs, and it knows every column. */
class TelemetryPageTest {
    private static final Path PAGE = Path.of("../docs/TELEMETRY.md");

    @TempDir Path folder;

    @Test void example_runs() {
        SplittableGenerator rng = ActorLearners.generator(1);
        ActorCriticNetwork network = new ActorCriticNetwork(4, 2, 8);
        Parameters theta = network.layout().initialize(rng.split());
        SharedRmsProp optimizer = new SharedRmsProp(theta, 0.99, 0.01);
        StepCounter T = new StepCounter(2_000);
        A3C.Hyper hyper = A3C.Hyper.PAPER;
        int threads = 2;
        // page begins
        Telemetry telemetry = new Telemetry(theta, threads);
        ActorLearners.run(T, threads, rng, (i, own) -> {
            LearnerTelemetry watch = telemetry.learner(i);
            A3C learner = new A3C(network, watch.around(theta),
                    watch.around(optimizer.learner(i, threads)), T,
                    watch.around(new TimeLimit(new CartPole(), 500)), own, hyper);
            watch.ask(learner.sources());
            return learner;
        });
        System.out.println(telemetry.read().staleness().mean());
        // page ends
        assertEquals(T.get(), telemetry.read().steps());
    }

    @Test void example_stands_on_the_page_and_at_its_class() throws IOException {
        String source = Files.readString(Path.of(
                "src/test/java/skein/lab/run/TelemetryPageTest.java"));
        String code = find("// page begins\n(.*?) *// page ends", source)
                .replaceAll("(?m)^ {8}", "");
        assertEquals(code, find("```java\n(.*?)```", Files.readString(PAGE)));
        String type = Files.readString(Path.of(
                "../rl/src/main/java/skein/rl/telemetry/Telemetry.java"));
        assertEquals(code, find("\\{@code\n(.*?) \\* }</pre>", type).replaceAll("(?m)^ \\* ", ""));
    }

    @Test void every_column_stands_on_the_page() throws IOException {
        String page = Files.readString(PAGE);
        RunFolder run = RunFolder.create(folder.resolve("run"));
        TelemetryLog.create(run).close();
        for (String column : Files.readString(run.threads()).strip().split(",")) {
            assertTrue(page.contains("`" + column + "`"), column);
        }
        for (String column : TelemetryLog.COLUMNS) {
            assertTrue(page.contains("| `" + column + "` |"), column);
        }
    }

    private static String find(String regex, String text) {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
        assertTrue(matcher.find(), regex);
        return matcher.group(1);
    }
}
