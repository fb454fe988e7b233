package skein.envs.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import skein.envs.Box;
import skein.envs.CartPole;
import skein.envs.CartPole.State;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.TimeLimit;

class CartPoleTextTest {
    private static String[] draw(double x, double degrees) {
        return CartPoleText.draw(new State(x, 0, Math.toRadians(degrees), 0)).split("\n", -1);
    }

    @Test void the_picture_of_the_documentation_is_x_0_80_at_9_degrees() {
        String expected = """
                                                      O
                                                     /
                                                    /
                                                   /
                                                  /
                                               [==+==]
                  |-----------------------+-----------------------|
                         x = +0.80 m    angle = +9.0 degrees
            """;
        String actual = String.join("\n", draw(0.8, 9)) + "\n";
        assertEquals(expected, actual.replaceAll(" +\n", "\n"));
    }

    @Test void in_the_middle_cart_and_upright_pole_stand_in_column_30_of_0_to_60() {
        String[] lines = draw(0, 0);
        assertEquals(30, lines[0].indexOf('O'));
        for (int i = 1; i < 5; i++) assertEquals(" ".repeat(30) + "|" + " ".repeat(30), lines[i]);
        assertEquals(27, lines[5].indexOf("[==+==]"));
        assertEquals(30, lines[6].indexOf('+'));
    }

    @Test void a_meter_is_ten_columns_and_the_track_ends_at_2_4_meters() {
        assertEquals(27 + 10, draw(1, 0)[5].indexOf("[==+==]"));
        assertEquals(27 - 15, draw(-1.5, 0)[5].indexOf("[==+==]"));
        assertEquals(30 - 24, draw(0, 0)[6].indexOf('|'));
        assertEquals(30 + 24, draw(0, 0)[6].lastIndexOf('|'));
    }

    @Test void at_12_degrees_the_pole_is_drawn_at_30_and_leans_1_15_columns_a_line() {
        // tan 30° · 2 columns a line = 1.15;  the middle of line k is k + ½ lines up:
        // 0.6, 1.7, 2.9, 4.0, 5.2 columns to the right of the cart
        String[] lines = draw(0, 12);
        int[] columns = {31, 32, 33, 34, 35};
        for (int k = 0; k < 4; k++) assertEquals(columns[k], lines[4 - k].indexOf('/'));
        assertEquals(columns[4], lines[0].indexOf('O'));
    }

    @Test void beyond_12_degrees_the_pole_is_drawn_as_at_12() {
        for (int i = 0; i < 7; i++) assertEquals(draw(0, 12)[i], draw(0, 80)[i]);
        for (int i = 0; i < 7; i++) assertEquals(draw(0, -12)[i], draw(0, -80)[i]);
    }

    @Test void the_line_beneath_tells_position_and_angle() {
        assertEquals("x = -1.24 m    angle = +6.5 degrees", draw(-1.236, 6.54)[7].strip());
    }

    @Property void every_picture_has_8_lines_of_61_characters(
            @ForAll @DoubleRange(min = -10, max = 10) double x,
            @ForAll @DoubleRange(min = -180, max = 180) double degrees) {
        String[] lines = draw(x, degrees);
        assertEquals(CartPoleText.HEIGHT, lines.length);
        for (String line : lines) assertEquals(CartPoleText.WIDTH, line.length());
        assertEquals(8, CartPoleText.HEIGHT);
        assertEquals(61, CartPoleText.WIDTH);
    }

    @Property void left_mirrors_right(
            @ForAll @DoubleRange(min = -2.5, max = 2.5) double x,
            @ForAll @DoubleRange(min = -15, max = 15) double degrees) {
        String[] right = draw(x, degrees);
        String[] left = draw(-x, -degrees);
        for (int i = 0; i < 7; i++) assertEquals(right[i], mirror(left[i]));
    }

    private static String mirror(String line) {
        return new StringBuilder(line).reverse().toString()
                .replace('/', '~').replace('\\', '/').replace('~', '\\')
                .replace('[', '~').replace(']', '[').replace('~', ']');
    }

    @Test void a_world_is_found_under_its_wrappers() {
        CartPole world = new CartPole();
        world.reset(new State(1, 0, 0.1, 0));
        assertEquals(CartPoleText.draw(world.state()),
                new CartPoleText().frame(new TimeLimit(world, 5)));
    }

    @Test void another_world_is_refused_by_name() {
        var e = assertThrows(IllegalArgumentException.class,
                () -> new CartPoleText().frame(new Desert()));
        assertEquals("CartPoleText shows a CartPole, but got Desert.", e.getMessage());
        assertTrue(new Desert().actionSpace().contains(0));
    }

    private static final class Desert implements Environment {
        @Override public Box observationSpace() {
            return new Box(0, 0, 1);
        }

        @Override public Discrete actionSpace() {
            return new Discrete(1);
        }

        @Override public float[] reset(RandomGenerator rng) {
            return new float[1];
        }

        @Override public Step step(int action) {
            return new Step(new float[1], 0, false, false);
        }
    }
}
