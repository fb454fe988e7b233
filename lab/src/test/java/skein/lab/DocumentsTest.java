package skein.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import skein.lab.command.Commands;

/** What the documents name is there: files, headings, commands, programs, tests. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");
    private static final Map<Path, String> PAGES = new TreeMap<>();
    private static final Map<String, String> SOURCES = new TreeMap<>();    // by the file's name

    @BeforeAll static void read() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String module : new String[] {"docs", "bench", "notebooks-ijava/text",
            "notebooks-ijava/src", "lab", "rl", "nn", "tensor", "tensor-vector", "envs"}) {
            try (Stream<Path> below = Files.walk(ROOT.resolve(module))) {
                below.filter(file -> !file.toString().contains("/target/")).forEach(files::add);
            }
        }
        for (String page : new String[] {"README.md", "CONTRIBUTING.md",
            "notebooks-ijava/README.md"}) {
            files.add(ROOT.resolve(page));
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(".md")) PAGES.put(file, Files.readString(file));
            if (name.endsWith(".java")) {
                SOURCES.put(name.replace(".java", ""), Files.readString(file));
            }
        }
        assertTrue(PAGES.size() > 25 && SOURCES.size() > 400, PAGES.keySet().toString());
    }

    /** What a pattern finds on all pages, each once, without the names that stand for others. */
    private static TreeSet<String> found(String regex) {
        TreeSet<String> all = new TreeSet<>();
        for (String page : PAGES.values()) {
            Pattern.compile(regex).matcher(page).results().map(m -> m.group(1)).forEach(all::add);
        }
        return all;
    }

    @Test void every_link_leads_to_a_file_and_every_anchor_to_a_heading() throws IOException {
        List<String> lost = new ArrayList<>();
        int links = 0;
        for (Path page : PAGES.keySet()) {
            for (MatchResult link : Pattern.compile("\\]\\(([^)\\s]*)\\)").matcher(PAGES.get(page))
                    .results().toList()) {
                String to = link.group(1);
                if (to.startsWith("http")) continue;
                links++;
                String[] parts = to.split("#", 2);
                Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
                if (!Files.exists(file)) lost.add(page + ": " + to);
                else if (parts.length == 2 && !headings(file).contains(parts[1])) {
                    lost.add(page + ": " + to);
                }
            }
        }
        assertEquals(List.of(), lost);
        assertTrue(links > 100, links + " links");
    }

    /** As GitHub names them in links. */
    private static List<String> headings(Path page) throws IOException {
        return Files.readAllLines(page).stream().filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT)
                .replaceAll("[^\\w\\- ]", "").replace(' ', '-')).toList();
    }

    @Test void every_command_is_understood() {
        TreeSet<String> commands = found("\\./skein ([a-z][^`)|\\n]*?)(?=  |[`)|\\n])");
        for (String option : found("`(--[a-z-]+ [^`]*)` \\|")) commands.add("train " + option);
        List<String> refused = new ArrayList<>();
        for (String command : commands) if (!understood(command)) refused.add(command);
        assertEquals(List.of(), refused);
        assertTrue(commands.size() > 30, commands.toString());
    }

    /** Asked for help, a command reads its values, does nothing, and lists its options. */
    private static boolean understood(String command) {
        List<String> words = new ArrayList<>(Arrays.asList(command.replaceAll("\\bS\\b", "1")
                .replace("NAME", "a3c").replace("MODE", "fenced").split(" ")));
        if (!words.contains("--help")) words.add("--help");
        ByteArrayOutputStream help = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(help, true, StandardCharsets.UTF_8);
        int code = Commands.run(out, out, words.toArray(new String[0]));
        String options = help.toString(StandardCharsets.UTF_8);
        return code == 0 && words.stream().allMatch(word -> !word.startsWith("--")
                || Pattern.compile(word + "\\b(?!-)").matcher(options).find());
    }

    @Test void every_program_script_and_test_is_there() {
        TreeSet<String> missing = new TreeSet<>();
        TreeSet<String> programs = found("skein\\.bench\\.(\\w+)");
        programs.addAll(found("\\b((?:Bench|Stress)_\\d\\d_\\w+)"));
        programs.addAll(found("-Dtest='?(\\w+)"));
        programs.addAll(found("`(\\w+(?:Test|Contract))\\b"));
        for (String name : programs) if (!SOURCES.containsKey(name)) missing.add(name);
        for (String number : found("\\b((?:Bench|Stress)_\\d\\d)\\b")) {
            if (SOURCES.keySet().stream().noneMatch(name -> name.startsWith(number + "_"))) {
                missing.add(number);
            }
        }
        for (String script : found("\\b(bench/\\w+/run|notebooks-ijava/(?:setup|start))\\b")) {
            if (!Files.isExecutable(ROOT.resolve(script))) missing.add(script);
        }
        assertEquals(new TreeSet<>(), missing);
        assertTrue(programs.size() > 40, programs.toString());
    }

    @Test void every_method_of_a_test_is_there() {
        TreeSet<String> missing = new TreeSet<>();
        TreeSet<String> methods = found("`(\\w+Test\\.(?!java)\\w+)`");
        for (String method : methods) {
            String[] parts = method.split("\\.");
            if (!SOURCES.getOrDefault(parts[0], "").contains("void " + parts[1] + "(")) {
                missing.add(method);
            }
        }
        for (String method : found("`([a-z]\\w*(?:_\\w+){3,})`")) {
            if (SOURCES.values().stream().noneMatch(s -> s.contains("void " + method + "("))) {
                missing.add(method);
            }
        }
        assertEquals(new TreeSet<>(), missing);
        assertTrue(methods.size() > 5, methods.toString());
    }

    @Test void the_line_that_the_first_exercise_on_shared_memory_replaces_is_there() {
        String line = "    ELEMENT.getAndAdd(theta, i, -step);\n";
        assertTrue(PAGES.get(ROOT.resolve("docs/SHARED-MEMORY.md")).contains(line), line);
        assertTrue(SOURCES.get("AtomicMemory").contains(line), line);
    }
}
