package skein.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import skein.envs.Discrete;
import skein.envs.World;
import skein.envs.Worlds;

/** What a run is made of if nothing is asked for. */
class DefaultsTest {
    @Test void the_help_of_train_tells_the_defaults_that_are_used() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(0, Main.run(screen, screen, "train", "--help"));
        String help = out.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        Settings vectors = Settings.defaults("cartpole", "a3c");
        Settings images = Settings.defaults("pong", "a3c");
        told(help, "--steps", vectors.steps(), images.steps());
        told(help, "--seed", vectors.seed(), images.seed());
        told(help, "--eta", vectors.eta(), images.eta());
        told(help, "--t-max", vectors.tMax(), images.tMax());
        told(help, "--gamma", vectors.gamma(), images.gamma());
        told(help, "--beta", vectors.beta(), images.beta());
        told(help, "--value-coefficient", vectors.valueCoefficient(), images.valueCoefficient());
        told(help, "--max-norm", vectors.maxNorm(), images.maxNorm());
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

    @Test void every_world_with_numbered_actions_has_settings_and_a_network() {
        for (World world : Worlds.all()) {
            if (!(world.make().actionSpace() instanceof Discrete actions)) continue;
            Settings settings = Settings.defaults(world.name(), "a3c").check();
            assertEquals(actions.n(), settings.network().actions(), world.name());
            assertTrue(settings.network().layout().size() > 500, world.name());
        }
    }
}
