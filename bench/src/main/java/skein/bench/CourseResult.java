package skein.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One line of JMH's results: what a counter of a benchmark showed, with one set of parameters.
 *
 * @param benchmark its class and method, without the package, e.g. {@code
 * Bench_07_SharedUpdate.update}
 * @param threads   JMH's threads
 * @param params    by name
 * @param counters  counts per unit of time, by name
 */
record CourseResult(String benchmark, int threads, Map<String, String> params,
                    Map<String, Score> counters) {
    /**
     * What was measured.
     *
     * @param mean      of all iterations of all forks
     * @param deviation their standard deviation; 0 if there is one only
     */
    record Score(double mean, double deviation) {
        /** {@return this as a multiple of another} */
        Score over(Score other) {
            double ratio = mean / other.mean;
            return new Score(ratio, ratio * Math.hypot(deviation / mean,
                    other.deviation / other.mean));
        }
    }

    /** {@return what is in the JSON files of a folder, in the order of their names} */
    static List<CourseResult> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<CourseResult> results = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                for (JsonElement one : array(file)) results.add(of(one.getAsJsonObject()));
            }
            return results;
        } catch (IOException e) {
            throw new UncheckedIOException("The results in " + folder + " cannot be read.", e);
        }
    }

    private static JsonArray array(Path file) throws IOException {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonArray();
        } catch (JsonParseException | IllegalStateException e) {
            throw new Arguments.Refused(file + " is not a whole list of JMH's results: measure "
                    + "again, or delete it.");
        }
    }

    private static CourseResult of(JsonObject json) {
        String name = json.get("benchmark").getAsString();
        Map<String, String> params = new TreeMap<>();
        if (json.has("params")) {
            json.getAsJsonObject("params").entrySet()
                    .forEach(p -> params.put(p.getKey(), p.getValue().getAsString()));
        }
        Map<String, Score> counters = new TreeMap<>();
        json.getAsJsonObject("secondaryMetrics").entrySet().forEach(c ->
                counters.put(c.getKey(), score(c.getValue().getAsJsonObject())));
        return new CourseResult(name.substring(CourseResult.class.getPackageName().length() + 1),
                json.get("threads").getAsInt(), params, counters);
    }

    private static Score score(JsonObject metric) {
        List<Double> values = new ArrayList<>();
        for (JsonElement fork : metric.getAsJsonArray("rawData")) {
            for (JsonElement value : fork.getAsJsonArray()) values.add(value.getAsDouble());
        }
        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return new Score(mean, values.size() > 1 ? Math.sqrt(squares / (values.size() - 1)) : 0);
    }
}
