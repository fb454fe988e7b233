package skein.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import skein.envs.CartPole;
import skein.envs.TimeLimit;
import skein.nn.Parameters;
import skein.nn.SharedRmsProp;
import skein.rl.algorithm.A3C;
import skein.rl.evaluation.Evaluation;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.thread.ActorLearners;
import skein.rl.thread.StepCounter;

/** The README's example is code that runs. */
class ReadmeTest {
    @Test void example_runs() {
        // README begins
        SplittableGenerator rng = ActorLearners.generator(1);           // all chance, from one seed
        ActorCriticNetwork network = new ActorCriticNetwork(4, 2, 128); // 4 numbers in, 2 actions
        Parameters theta = network.layout().initialize(rng.split());    // θ: all threads share it,
        SharedRmsProp optimizer = new SharedRmsProp(theta, 0.99, 0.01); // the optimizer's g,
        StepCounter T = new StepCounter(300_000);                       // and the count of steps
        A3C.Hyper hyper = new A3C.Hyper(20, 0.99, 0.001, 0.5, 40, 4e-3);
        int threads = 2;

        ActorLearners.run(T, threads, rng.split(), (i, own) -> new A3C(network, theta,
                optimizer.learner(i, threads), T, new TimeLimit(new CartPole(), 500), own, hyper));

        Evaluation result = Evaluation.of(network, theta,
                new TimeLimit(new CartPole(), 500), rng.split(), 100, false);
        System.out.println(result);
        // README ends
        assertEquals(100, result.episodes());      // A3CLearnsTest is about how good it gets
    }

    @Test void example_stands_in_the_readme() throws IOException {
        String source = Files.readString(Path.of("src/test/java/skein/lab/ReadmeTest.java"));
        String code = find("// README begins\n(.*?) *// README ends", source)
                .replaceAll("(?m)^ {8}", "");
        assertEquals(code, find("```java\n(.*?)```", Files.readString(Path.of("../README.md"))));
    }

    private static String find(String regex, String text) {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
        assertTrue(matcher.find(), regex);
        return matcher.group(1);
    }
}
