package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import skein.envs.games.ActionSet;
import skein.envs.games.Asterix;
import skein.envs.games.Breakout;
import skein.envs.games.Freeway;
import skein.envs.games.Pong;
import skein.envs.games.Seaquest;
import skein.envs.games.SpaceInvaders;

/** The games as they are not listed: with few actions, not sticky, and not harder and harder. */
@ParameterizedClass
@MethodSource("games")
class EveryGameTest extends EnvironmentContract {
    @Parameter Supplier<Environment> game;

    static List<Supplier<Environment>> games() {
        return List.of(() -> new Breakout(ActionSet.MINIMAL), () -> new Freeway(ActionSet.MINIMAL),
                () -> new Asterix(ActionSet.MINIMAL, false),
                () -> new SpaceInvaders(ActionSet.MINIMAL, false),
                () -> new Seaquest(ActionSet.MINIMAL, false), () -> new Pong(1));
    }

    @Override Environment make() {
        return new TimeLimit(game.get(), 300);
    }

    @Test void what_is_occupied_is_what_the_planes_show_in_each_step() {
        Environment env = game.get();
        SplittableRandom rng = new SplittableRandom(1);
        float[] planes = env.reset(rng);
        for (int t = 0; t < 50; t++) {
            BoardGame board = (BoardGame) env;
            for (int i = 0; i < planes.length; i++) {
                assertEquals(planes[i] != 0, board.occupied(i / 100, i % 10, i / 10 % 10));
            }
            Step step = RandomActions.step(env, rng);
            planes = step.last() ? env.reset(rng) : step.observation();
        }
    }

    @Override boolean hasChance() {
        return !(game.get() instanceof SpaceInvaders);
    }
}
