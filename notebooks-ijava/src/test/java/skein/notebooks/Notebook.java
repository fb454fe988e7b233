package skein.notebooks;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A notebook as it is committed.
 *
 * @param name  e.g. 01-worlds-and-agents
 * @param cells in order
 */
record Notebook(String name, List<Cell> cells) {
    private static final Pattern SOLUTION =
            Pattern.compile("(?ms)^// Exercise (\\d+).*?\\n(.*?)(?=^// Exercise |\\z)");

    /**
     * One cell.
     *
     * @param code    whether it is code, and not text
     * @param source  what stands in it
     * @param tags    such as exercise, check, picture
     * @param outputs beneath it, as JSON
     */
    record Cell(boolean code, String source, List<String> tags, String outputs) {
        boolean is(String tag) {
            return tags.contains(tag);
        }
    }

    /**
     * All of them, or those whose names begin with the property skein.notebooks; the tests run in
     * the folder that holds them.
     */
    static Stream<Notebook> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(""))) {
            return files.map(Path::toString).filter(file -> file.endsWith(".ipynb"))
                    .filter(file -> file.startsWith(System.getProperty("skein.notebooks", "")))
                    .sorted()
                    .map(file -> read(file.replace(".ipynb", ""))).toList().stream();
        }
    }

    private static Notebook read(String name) {
        JsonObject json = JsonParser.parseString(text(Path.of(name + ".ipynb"))).getAsJsonObject();
        List<Cell> cells = new ArrayList<>();
        for (JsonElement element : json.getAsJsonArray("cells")) {
            JsonObject cell = element.getAsJsonObject();
            JsonObject metadata = cell.getAsJsonObject("metadata");
            cells.add(new Cell(cell.get("cell_type").getAsString().equals("code"),
                    String.join("", strings(cell.get("source"))),
                    metadata.has("tags") ? strings(metadata.get("tags")) : List.of(),
                    String.valueOf(cell.get("outputs"))));
        }
        return new Notebook(name, cells);
    }

    /** A text may be one string or several. */
    private static List<String> strings(JsonElement text) {
        if (!(text instanceof JsonArray lines)) return List.of(text.getAsString());
        return lines.asList().stream().map(JsonElement::getAsString).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file + ".", e);
        }
    }

    List<Cell> code() {
        return cells.stream().filter(Cell::code).toList();
    }

    /** Number of an exercise and what solves it. */
    Map<Integer, String> solutions() {
        Map<Integer, String> solutions = new TreeMap<>();
        Matcher solution = SOLUTION.matcher(text(Path.of("solutions", name + ".java")));
        while (solution.find()) {
            solutions.put(Integer.parseInt(solution.group(1)), solution.group(2).strip());
        }
        return solutions;
    }

    @Override public String toString() {
        return name;
    }
}
