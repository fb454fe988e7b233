package skein.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.lab.command.Ran.skein;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import skein.envs.World;
import skein.envs.Worlds;
import skein.lab.view.TerminalWidth;
import skein.lab.watch.TerminalStage;

/** Where one counts ١, ٢, ٣, files, escape sequences and sentences keep 1, 2, 3. */
class OtherDigitsTest {
    private static final Pattern OTHERS = Pattern.compile("[\\p{Nd}&&[^0-9]]");

    @TempDir Path folder;

    private final Locale before = Locale.getDefault();

    @BeforeEach void go() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertEquals("١", String.format("%d", 1));
        System.setProperty(TerminalWidth.PROPERTY, "80");    // a bar, and pictures in their place
    }

    @AfterEach void comeBack() {
        Locale.setDefault(before);
        System.clearProperty(TerminalWidth.PROPERTY);
    }

    private static void assertPlain(String text) {
        assertFalse(OTHERS.matcher(text).find(), text);
    }

    @Test void in_sentences() {
        assertPlain(skein("train", "--threads", "two").err());
        assertPlain(skein("train", "--steps", "1e6").err());
    }

    @Test void in_the_names_of_pictures_which_a_second_film_leaves_alone() {
        String run = folder.resolve("run").toString();
        String pictures = folder.resolve("pictures").toString();
        assertPlain(skein("train", "--steps", "300", "--threads", "1", "--telemetry", "--out", run)
                .out());
        assertPlain(skein("watch", run, "--png", pictures).out());
        assertTrue(Files.exists(Path.of(pictures, "frame-00000.png")));
        assertEquals(2, skein("watch", run, "--png", pictures).code());
    }

    @Test void in_what_moves_the_cursor_of_a_terminal() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TerminalStage stage = new TerminalStage(new PrintStream(out, true, StandardCharsets.UTF_8),
                0);
        World world = Worlds.named("cartpole");
        stage.print(world, world.make(), "");
        stage.print(world, world.make(), "");
        assertPlain(out.toString(StandardCharsets.UTF_8));
    }
}
