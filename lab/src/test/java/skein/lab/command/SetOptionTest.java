package skein.lab.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static skein.lab.command.Ran.skein;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import skein.lab.run.LoadedRun;
import skein.lab.setup.Settings;

/** {@code skein train --set}, and options that are settings of the algorithm as well. */
class SetOptionTest {
    @TempDir Path folder;

    private Settings trained(String... options) {
        List<String> args = new ArrayList<>(List.of("train", "--steps", "300", "--threads", "1",
                "--quiet", "--out", folder.resolve("run").toString()));
        args.addAll(List.of(options));
        assertEquals(new Ran(0, "", ""), skein(args.toArray(new String[0])));
        return LoadedRun.from(folder.resolve("run")).settings();
    }

    @ParameterizedTest
    @CsvSource({"t-max=5, tMax, 5", "tMax=5, tMax, 5", "gamma=0.5, gamma, 0.5",
        "eta=1e-3, eta, 0.001", "beta=0.5, beta, 0.5", "max-norm=Infinity, maxNorm, Infinity",
        "value-coefficient=1, valueCoefficient, 1"})
    void a_setting_with_an_option_of_its_own_can_be_set_too(String set, String name, double value) {
        assertEquals(value, trained("--set", set).hyper().get(name).doubleValue());
    }

    @Test void options_and_set_go_together() {
        Settings settings = trained("--eta", "0.002", "--set", "t-max=7", "--set", "beta=0.5");
        assertEquals(0.002, settings.hyper().get("eta").doubleValue());
        assertEquals(7, settings.hyper().get("tMax").intValue());
        assertEquals(0.5, settings.hyper().get("beta").doubleValue());
        assertEquals(0.99, settings.hyper().get("gamma").doubleValue());
    }

    @Test void the_reward_scale_is_that_of_the_algorithm_if_it_has_one() {
        Settings settings = trained("pendulum", "--algorithm", "a3c-continuous", "--reward-scale",
                "0.5");
        assertEquals(0.5, settings.hyper().get("rewardScale").doubleValue());
        assertEquals(1, settings.rewardScale());
        assertEquals(0.02, Settings.defaults("pendulum", "a3c-continuous").hyper()
                .get("rewardScale").doubleValue(), "as the help says");
    }

    @Test void the_reward_scale_is_that_of_the_run_otherwise() {
        assertEquals(0.5, trained("--reward-scale", "0.5").rewardScale());
    }

    @Test void epsilon_of_PPO_and_of_its_optimizer_are_told_apart() {
        Settings settings = trained("--algorithm", "ppo", "--set", "epsilon=0.3", "--epsilon",
                "1e-4");
        assertEquals(0.3, settings.hyper().get("epsilon").doubleValue());
        assertEquals(1e-4, settings.epsilon());
        String help = skein("train", "--help").out();
        assertTrue(help.contains("--set epsilon=X") && help.contains("--set alpha=X"), help);
    }
}
