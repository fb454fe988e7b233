package skein.lab;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in comments compile, with what each takes for granted. */
class JavadocExamplesTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("(?s)<pre>\\{@code\n(.*?)\n *\\* *\\}</pre>");

    /** By class, or by the folder of a package: the parameters of a method around the example. */
    private static final Map<String, String> GIVEN = Map.ofEntries(
            entry("LstmCell", "Tape tape, float[] zeros, int B, int H, LstmCell cell, Tensor x, "
                    + "Parameters theta"),
            entry("Environment", "Environment env, RandomGenerator rng"),
            entry("EnvironmentCheck", ""),
            entry("Experiment", "Plot plot"),
            entry("Table", ""),
            entry("Check", ""),
            entry("Telemetry", "Parameters theta, int threads, StepCounter T, SharedRmsProp "
                    + "optimizer, SplittableGenerator rng, ActorCriticNetwork network, "
                    + "A3C.Hyper hyper"),
            entry("Replay", "Replay replay, float[] s, int a, double r, float[] sPrime, "
                    + "boolean terminated, Minibatch batch, double beta, RandomGenerator rng, "
                    + "Tensor errors"),
            entry("Rollouts", "Rollouts rollouts, float[][] s, Tensor logits, Tensor values, "
                    + "int n, int a, double r, float value"),
            entry("GradientCheck", ""),
            entry("tensor", ""));

    private static final String HEAD = Stream.of("tensor", "nn", "envs", "rl.network", "rl.memory",
            "rl.thread", "rl.telemetry", "rl.algorithm", "lab", "lab.notebook")
            .map(name -> "import skein." + name + ".*;\n").collect(Collectors.joining())
            + "import java.util.random.RandomGenerator;\n"
            + "import java.util.random.RandomGenerator.SplittableGenerator;\n";

    /** What readers have of their own. */
    private static final String TAIL = "    static int square(int x) { return x * x; }\n"
            + "    static int chooseAction(float[] s) { return 0; }\n"
            + "    static class MyWorld extends Wrapper {\n"
            + "        MyWorld() { super(new CartPole()); }\n    }\n"
            + "    static class Cube extends Operation {\n"
            + "        Cube() { super(\"cube\"); }\n"
            + "        @Override protected void forward(Tensor y) { }\n"
            + "        @Override protected void backward(Tensor y) { }\n    }\n}\n";

    @TempDir Path folder;

    @Test void every_example_compiles() throws IOException {
        Map<String, String> examples = examples();
        assertEquals(GIVEN.keySet(), examples.keySet());
        List<String> arguments = new ArrayList<>(List.of("-d", folder + "/classes", "-encoding",
                "UTF-8", "-proc:none", "-cp", System.getProperty("java.class.path")));
        for (Map.Entry<String, String> example : examples.entrySet()) {
            String name = "ExampleOf_" + example.getKey();
            Path file = folder.resolve(name + ".java");
            Files.writeString(file, HEAD + "class " + name + " {\n    void run("
                    + GIVEN.get(example.getKey()) + ") throws Exception {\n"
                    + example.getValue() + "\n    }\n" + TAIL);
            arguments.add(file.toString());
        }
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, complaints,
                arguments.toArray(new String[0]));
        assertEquals(0, code, complaints.toString(StandardCharsets.UTF_8));
    }

    private static Map<String, String> examples() throws IOException {
        Map<String, String> examples = new TreeMap<>();
        for (String module : new String[] {"tensor", "nn", "envs", "rl", "lab"}) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    boolean about = file.endsWith("package-info.java");
                    String name = (about ? file.getParent() : file).getFileName().toString();
                    EXAMPLE.matcher(Files.readString(file)).results().forEach(example ->
                            examples.put(name.replace(".java", ""),
                                    example.group(1).replaceAll("(?m)^ *\\* ?", "")));
                }
            }
        }
        return examples;
    }
}
