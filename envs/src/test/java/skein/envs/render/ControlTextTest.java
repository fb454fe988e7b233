package skein.envs.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import skein.envs.Acrobot;
import skein.envs.CartPole;
import skein.envs.MountainCar;
import skein.envs.Pendulum;
import skein.envs.TimeLimit;

/** PendulumText, AcrobotText and MountainCarText. */
class ControlTextTest {
    private static String pendulum(double degrees) {
        return PendulumText.draw(new Pendulum.State(Math.toRadians(degrees), 1.5));
    }

    private static String acrobot(double degrees1, double degrees2) {
        return AcrobotText.draw(new Acrobot.State(Math.toRadians(degrees1),
                Math.toRadians(degrees2), 0, 0));
    }

    private static String car(double x) {
        return MountainCarText.draw(new MountainCar.State(x, -0.01));
    }

    private static char at(String picture, int column, int line) {
        return picture.split("\n", -1)[line].charAt(column);
    }

    @Test void an_upright_rod_is_five_lines_high_over_the_motor_and_a_hanging_one_beneath_it() {
        // motor in column 20, line 5; the tip 5 lines above, or beneath
        assertEquals('+', at(pendulum(0), 20, 5));
        assertEquals('O', at(pendulum(0), 20, 0));
        for (int line = 1; line < 5; line++) assertEquals('|', at(pendulum(0), 20, line));
        assertEquals('O', at(pendulum(180), 20, 10));
    }

    @Test void counterclockwise_is_to_the_left() {
        // sin 90° = 1: 5 lines are 10 columns
        assertEquals('O', at(pendulum(90), 10, 5));
        assertEquals('-', at(pendulum(90), 15, 5));
        assertEquals('O', at(pendulum(-90), 30, 5));
        assertEquals('\\', at(pendulum(45), 16, 3));
        assertEquals('/', at(pendulum(-45), 24, 3));
    }

    @Test void the_pendulums_angle_is_shown_without_its_turns() {
        assertEquals("angle = -90 degrees    w = +1.5 rad/s",
                pendulum(270 + 720).split("\n")[11].strip());
    }

    @Test void two_rods_hang_eight_lines_down_and_stand_eight_lines_up() {
        assertEquals('+', at(acrobot(0, 0), 20, 8));
        assertEquals('o', at(acrobot(0, 0), 20, 12));
        assertEquals('O', at(acrobot(0, 0), 20, 16));
        assertEquals('o', at(acrobot(180, 0), 20, 4));
        assertEquals('O', at(acrobot(180, 0), 20, 0));
    }

    @Test void counterclockwise_from_hanging_is_to_the_right_and_the_joints_angle_adds() {
        // 90°: the joint 4 lines = 8 columns to the right; + 90°: the tip 4 lines above it
        assertEquals('o', at(acrobot(90, 90), 28, 8));
        assertEquals('O', at(acrobot(90, 90), 28, 4));
        assertEquals("height = +1.00    line = +1.00", acrobot(90, 90).split("\n")[17].strip());
    }

    @Test void the_car_stands_on_the_road_and_the_flag_at_one_half() {
        // sin(3x) = −1 at the bottom x = −π/6, line 10; column 1 + 30 (x + 1.2)
        assertEquals("[o]", car(-Math.PI / 6).split("\n")[9].substring(20, 23));
        assertEquals("|>", car(-0.5).split("\n")[0].substring(52, 54));
        assertEquals("x = -0.52    v = -0.010", car(-Math.PI / 6).split("\n")[11].strip());
    }

    @Property void every_picture_has_the_stated_size(
            @ForAll @DoubleRange(min = -900, max = 900) double degrees,
            @ForAll @DoubleRange(min = -180, max = 180) double degrees2,
            @ForAll @DoubleRange(min = -1.2, max = 0.6) double x) {
        assertSize(PendulumText.WIDTH, PendulumText.HEIGHT, pendulum(degrees));
        assertSize(AcrobotText.WIDTH, AcrobotText.HEIGHT, acrobot(degrees, degrees2));
        assertSize(MountainCarText.WIDTH, MountainCarText.HEIGHT, car(x));
    }

    private static void assertSize(int width, int height, String picture) {
        String[] lines = picture.split("\n", -1);
        assertEquals(height, lines.length);
        for (String line : lines) assertEquals(width, line.length());
    }

    @Property void left_mirrors_right(
            @ForAll @DoubleRange(min = -180, max = 180) double degrees,
            @ForAll @DoubleRange(min = -180, max = 180) double degrees2) {
        assertMirrored(pendulum(degrees), pendulum(-degrees), 11);
        assertMirrored(acrobot(degrees, degrees2), acrobot(-degrees, -degrees2), 17);
    }

    private static void assertMirrored(String right, String left, int lines) {
        for (int i = 0; i < lines; i++) {
            String mirrored = new StringBuilder(left.split("\n")[i]).reverse().toString()
                    .replace('/', '~').replace('\\', '/').replace('~', '\\');
            assertEquals(right.split("\n")[i], mirrored);
        }
    }

    @Test void a_world_is_found_under_its_wrappers_and_another_one_is_refused() {
        Pendulum world = new Pendulum();
        world.reset(new Pendulum.State(1, 2));
        assertEquals(PendulumText.draw(world.state()),
                new PendulumText().frame(new TimeLimit(world, 5)));
        assertRefused("PendulumText shows a Pendulum, but got CartPole.", new PendulumText());
        assertRefused("AcrobotText shows an Acrobot, but got CartPole.", new AcrobotText());
        assertRefused("MountainCarText shows a MountainCar, but got CartPole.",
                new MountainCarText());
    }

    private static void assertRefused(String message, TextRenderer renderer) {
        var e = assertThrows(IllegalArgumentException.class, () -> renderer.frame(new CartPole()));
        assertEquals(message, e.getMessage());
    }
}
