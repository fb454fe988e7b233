package skein.lab.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import skein.envs.World;
import skein.envs.Worlds;
import skein.lab.command.Commands;

/** What a run is made of if nothing is asked for. */
class DefaultsTest {
    @Test void the_help_of_train_tells_the_defaults_that_are_used() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(0, Commands.run(screen, screen, "train", "--help"));
        String help = out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        Settings vectors = Settings.defaults("cartpole", "a3c");
        Settings images = Settings.defaults("pong", "a3c");
        told(help, "--steps", vectors.steps(), images.steps());
        told(help, "--seed", vectors.seed(), images.seed());
        told(help, "--eta", vectors.hyper().get("eta"),
                images.hyper().get("eta"));
        told(help, "--t-max", vectors.hyper().get("tMax"),
                images.hyper().get("tMax"));
        told(help, "--gamma", vectors.hyper().get("gamma"),
                images.hyper().get("gamma"));
        told(help, "--beta", vectors.hyper().get("beta"),
                images.hyper().get("beta"));
        told(help, "--value-coefficient", vectors.hyper().get("valueCoefficient"),
                images.hyper().get("valueCoefficient"));
        told(help, "--max-norm", vectors.hyper().get("maxNorm"),
                images.hyper().get("maxNorm"));
        told(help, "--alpha", vectors.alpha(), images.alpha());
        told(help, "--epsilon", vectors.epsilon(), images.epsilon());
        told(help, "--hidden", vectors.hidden()[0], images.hidden()[0]);
    }

    private static void told(String help, String option, Number vectors, Number images) {
        String about = help.substring(help.lastIndexOf(option + "="));
        String text = "Default: " + plain(vectors)
                + (vectors.equals(images) ? "" : "; for images " + plain(images)) + ".";
        int at = about.indexOf("Default: ");
        assertEquals(text, about.substring(at, Math.min(about.length(), at + text.length())),
                option);
    }

    private static String plain(Number number) {
        return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
    }

    @Test void every_pair_of_world_and_algorithm_that_makes_sense_has_settings_and_a_network() {
        for (World world : Worlds.all()) {
            for (Algorithms.Entry entry : Algorithms.ALL) {
                if (!entry.suits(world)) continue;
                Settings settings = Settings.defaults(world.name(), entry.name()).check();
                assertTrue(settings.method().layout().size() > 500, world.name());
            }
        }
    }
}
