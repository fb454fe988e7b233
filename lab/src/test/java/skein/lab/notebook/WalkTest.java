package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import skein.rl.algorithm.A3C;

class WalkTest {
    private static Walk walk(Line... lines) {
        return new Walk(A3C.class, List.of(lines), "run", "accumulateGradients");
    }

    @Test void the_line_whose_turn_it_is_is_marked_and_beneath_it_stands_what_it_did() {
        String html = walk(new Line("t ← t + 1", "t = 2", "T = 1"),
                new Line("R ← r_i + γR", "R = 1 < 2", "T = 1")).html();
        String id = html.replaceAll("(?s).*class=\"(walk\\d+)\".*", "$1");
        String t = html.replaceAll("(?s).*" + id + "-at-0:checked ~ pre #(\\S+) .*", "$1");
        String R = html.replaceAll("(?s).*" + id + "-at-1:checked ~ pre #(\\S+) .*", "$1");
        assertTrue(lineOf(html, t).contains("t++;"), lineOf(html, t));
        assertTrue(lineOf(html, R).contains("Returns.discounted(rollout.rewards()"),
                lineOf(html, R));
        assertTrue(html.contains("R = 1 &lt; 2"), "what it did, escaped");
        assertTrue(html.contains("1 of 2") && html.contains("2 of 2"), "where one is");
    }

    private static String lineOf(String html, String name) {
        int start = html.indexOf("id=\"" + name + "\"");
        int end = html.indexOf("<span style=\"display: block", start);
        return html.substring(start, end).replaceAll("<[^>]*>", "");
    }

    @Test void it_begins_at_the_first_line_and_ends_at_the_last() {
        String html = walk(new Line("t ← t + 1", "", ""), new Line("T ← T + 1", "", "")).html();
        assertEquals(1, html.split(" checked style", -1).length - 1);
        String first = html.substring(html.indexOf("at-0-is\">"), html.indexOf("1 of 2"));
        assertTrue(first.matches("(?s).*at-0\".*back.*at-1\".*next.*"), first);
        String last = html.substring(html.indexOf("at-1-is\">"), html.indexOf("2 of 2"));
        assertTrue(last.matches("(?s).*at-0\".*back.*at-1\".*next.*"), last);
    }

    @Test void a_line_that_the_source_does_not_have_is_refused() {
        IllegalStateException e = assertThrows(IllegalStateException.class,
                () -> walk(new Line("R ← 7", "", "")).html());
        assertEquals("A3C.java has no line with the comment \"R ← 7\".", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> walk());
    }
}
