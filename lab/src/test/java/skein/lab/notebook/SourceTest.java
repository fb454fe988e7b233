package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import skein.envs.CartPole;
import skein.rl.algorithm.A3C;
import skein.rl.returns.Returns;
import skein.tensor.Tape;

class SourceTest {
    @Test void a_method_goes_from_its_signature_to_its_closing_brace_without_the_common_indent() {
        List<String> lines = Source.method(Returns.class.getName(), "discounted").lines();
        assertTrue(lines.get(0).startsWith("public static void discounted(float[] rewards"));
        assertTrue(lines.contains("    double sum = R;"), lines.toString());
        assertEquals("}", lines.get(lines.size() - 1));
        assertEquals(1, lines.stream().filter("}"::equals).count());
    }

    @Test void an_algorithm_has_its_margin() {
        Source run = Source.method(A3C.class.getName(), "run");
        assertEquals("rl/src/main/java/skein/rl/algorithm/A3C.java",
                run.file().toString().replace('\\', '/'));
        assertTrue(run.lines().stream().anyMatch(line -> line.endsWith("// repeat")));
    }

    @Test void of_several_methods_of_one_name_parameters_choose() {
        assertTrue(Source.method(CartPole.class.getName(), "reset(RandomGenerator").lines().get(0)
                .contains("reset(RandomGenerator rng)"));
        assertTrue(Source.method(CartPole.class.getName(), "reset(State").lines().get(0)
                .contains("reset(State start)"));
    }

    @Test void a_call_is_no_declaration() {
        assertTrue(Source.method(CartPole.class.getName(), "uniform").lines().get(0)
                .startsWith("private static double uniform(RandomGenerator rng)"));
        assertTrue(Source.method(Tape.class.getName(), "backward").lines().get(0)
                .startsWith("public void backward(Tensor loss)"));
    }

    @Test void a_nested_type_is_in_its_outer_types_file() {
        assertTrue(Source.method(CartPole.State.class.getName(), "failed").lines().get(0)
                .startsWith("public boolean failed()"));
    }

    @Test void lines_between_two_texts_hold_both() {
        Source source = Source.between(Returns.class.getName(), "double sum", "sum = rewards");
        assertEquals(List.of("double sum = R;", "for (int i = n - 1; i >= 0; i--) {",
                "    sum = rewards[i] + gamma * sum;"), source.lines());
    }

    @Test void what_is_not_there_is_named() {
        Exception e = assertThrows(IllegalArgumentException.class,
                () -> Source.method(Returns.class.getName(), "nonsense"));
        assertEquals("Returns.java has no method nonsense with a body.", e.getMessage());
        e = assertThrows(IllegalArgumentException.class,
                () -> Source.between(Returns.class.getName(), "nonsense", "}"));
        assertEquals("Returns.java has no line with \"nonsense\" after line 0.", e.getMessage());
        e = assertThrows(IllegalArgumentException.class,
                () -> Source.method("java.lang.String", "trim"));
        assertEquals("Skein has no source of java.lang.String.", e.getMessage());
    }

    @Test void html_says_where_it_is_and_shows_comparisons_as_they_are() {
        Source source = Source.between(Returns.class.getName(), "if (!(gamma", "if (!(gamma");
        String html = source.html();
        assertTrue(html.contains("gamma &gt;= 0 &amp;&amp; gamma &lt;= 1"), html);
        assertTrue(html.contains("returns/Returns.java, lines " + source.first() + "–"
                + source.first()), html);
    }

    /** The method that finds the end has braces in characters, and begins none of them. */
    @Test void a_brace_in_a_string_or_a_character_ends_nothing() {
        List<String> lines = Source.method(Source.class.getName(), "closing").lines();
        assertEquals("    return -1;", lines.get(lines.size() - 2));
        assertEquals("}", lines.get(lines.size() - 1));
    }
}
