package skein.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skein.bench.CourseResult.Score;

class CourseResultTest {
    private static final String RESULT = """
            [{"benchmark": "skein.bench.Bench_10_Training.asynchronous", "threads": 1,
              "params": {"algorithm": "a3c", "learners": "%d", "world": "cartpole"},
              "primaryMetric": {"score": 1.0, "scoreError": "NaN", "rawData": [[1.0]]},
              "secondaryMetrics": {"steps": {"score": 0, "rawData": [[%s], [%s]]}}}]
            """;

    @TempDir Path folder;

    @Test void one_and_three_have_mean_two_and_deviation_root_two() throws Exception {
        // squares 1 + 1 = 2, divided by 2 - 1
        Files.writeString(folder.resolve("a.json"), RESULT.formatted(1, "1", "3"));
        CourseResult result = CourseResult.in(folder).get(0);
        assertEquals("Bench_10_Training.asynchronous", result.benchmark());
        assertEquals("cartpole", result.params().get("world"));
        assertEquals(2, result.counters().get("steps").mean());
        assertEquals(Math.sqrt(2), result.counters().get("steps").deviation(), 1e-12);
    }

    @Test void relative_deviations_of_3_and_4_percent_are_5_percent_of_a_ratio() {
        Score ratio = new Score(200, 6).over(new Score(100, 4));
        assertEquals(2, ratio.mean());
        assertEquals(0.1, ratio.deviation(), 1e-12);
    }

    @Test void one_two_and_four_threads_become_a_picture() throws Exception {
        for (int learners : List.of(1, 2, 4)) {
            Files.writeString(folder.resolve(learners + ".json"),
                    RESULT.formatted(learners, "" + 100 * learners, "" + 110 * learners));
        }
        CoursePictures.main(new String[] {folder.toString()});
        assertTrue(Files.size(folder.resolve("training.png")) > 10_000);
    }
}
