package skein.lab.train;

import static java.lang.Double.NaN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import skein.lab.train.LiveLine.Status;
import skein.lab.view.TerminalWidth;

class LiveLineTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    private long nanos;

    @AfterEach void forgetTerminal() {
        System.clearProperty(TerminalWidth.PROPERTY);
    }

    private String printed() {
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Status status(long steps) {
        return new Status(steps, 300_000, 118_204.4, 1_204, 243.06, 0.5412, 4.1e-4);
    }

    private static Status unknown() {
        return new Status(0, 300_000, NaN, 0, NaN, NaN, NaN);
    }

    @Test void a_plain_line_says_it_all() {
        assertEquals("T 126,000 · 118,204 steps/s · 1,204 episodes · return 243.1"
                + " · entropy 0.541 · η 4.1e-4", StatusText.longForm(status(126_000)));
    }

    @Test void what_is_not_known_is_a_dash() {
        assertEquals("T 0 · – steps/s · 0 episodes · return – · entropy – · η –",
                StatusText.longForm(unknown()));
    }

    @Test void a_learning_rate_that_has_run_out_is_a_plain_zero() {
        Status last = new Status(9, 9, 1, 1, 1, 1, 0);
        assertTrue(StatusText.longForm(last).endsWith(" · η 0"));
        assertTrue(StatusText.shortForm(last).endsWith(" · η 0"));
    }

    /** Updates every 1,000 steps; returns how many lines that gave. */
    private long plainLines(long nanosPerUpdate) {
        try (LiveLine line = new PlainLines(out, () -> nanos)) {
            for (int steps = 1_000; steps <= 300_000; steps += 1_000) {
                nanos += nanosPerUpdate;
                line.update(status(steps));
            }
        }
        return printed().lines().count();
    }

    @ParameterizedTest
    @CsvSource({
        "10_000_000_000, 10",   // slow: a line for each tenth of the steps
        "20_000_000,      3",   // 6 s in all: a line every 2 s
        "1_000,           1"})  // done at once: only the last line
    void plain_lines_come_each_tenth_of_the_steps_and_2_s_whichever_is_sparser(
            String nanosPerUpdate, long lines) {
        assertEquals(lines, plainLines(Long.parseLong(nanosPerUpdate.replace("_", ""))));
        assertTrue(printed().strip().lines().toList().get((int) lines - 1).startsWith("T 300,000"));
    }

    @Test void nothing_is_printed_when_nothing_happened() {
        new PlainLines(out, () -> nanos).close();
        new BarLine(out, 80).close();
        assertEquals("", printed());
    }

    @Test void quiet_prints_nothing_on_a_terminal_either() {
        System.setProperty(TerminalWidth.PROPERTY, "80");
        try (LiveLine line = LiveLine.on(out, true)) {
            line.update(status(300_000));
        }
        assertEquals("", printed());
    }

    @Test void a_file_gets_no_control_characters() {
        try (LiveLine line = LiveLine.on(out, false)) {
            line.update(status(300_000));
        }
        assertEquals(StatusText.longForm(status(300_000)) + System.lineSeparator(), printed());
    }

    @Test void a_terminal_gets_one_line_that_ends_with_the_last_state() {
        System.setProperty(TerminalWidth.PROPERTY, "80");
        try (LiveLine line = LiveLine.on(out, false)) {
            line.update(status(1_000));
            line.update(status(300_000));
        }
        String text = printed();
        assertTrue(text.endsWith(BarLine.render(status(300_000), 79) + System.lineSeparator()));
        assertEquals(1, text.chars().filter(c -> c == '\n').count());
    }

    @Test void a_bar_that_is_closed_at_once_still_ends_its_line() {
        for (int i = 0; i < 20; i++) {
            LiveLine line = new BarLine(out, 80);
            line.update(status(1_000));
            line.close();
            assertTrue(printed().endsWith(System.lineSeparator()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40, 72, 78, 79, 80, 96, 97, 123, 124, 125, 126, 200})
    void each_rendering_fills_its_width_exactly(int width) {
        assertEquals(width, BarLine.render(unknown(), width).length());
        assertEquals(width, BarLine.render(status(126_000), width).length());
        assertEquals(width, BarLine.render(status(400_000), width).length());
    }

    @Test void eighty_columns_have_room_for_everything() {
        assertEquals(" 42 % ▕██▌   ▏ T 126,000 · 118,204/s · 1,204 ep · R 243.1 · H 0.54"
                + " · η 4.1e-4", BarLine.render(status(126_000), 79).stripTrailing());
    }

    @Test void a_wide_terminal_gets_whole_words() {
        assertTrue(BarLine.render(status(126_000), 130)
                .contains("▏ " + StatusText.longForm(status(126_000))));
    }

    @Test void the_bar_grows_from_nothing_to_full() {
        assertTrue(BarLine.render(status(0), 79).contains("▕      ▏"));
        assertTrue(BarLine.render(status(300_000), 79).contains("▕██████▏"));
        assertTrue(BarLine.render(status(300_007), 79).startsWith("100 % ▕██████▏"));
        assertFalse(BarLine.render(status(299_999), 79).contains("100 %"));
    }
}
