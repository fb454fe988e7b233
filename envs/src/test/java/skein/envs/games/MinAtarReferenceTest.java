package skein.envs.games;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.StickyActions;
import skein.reference.MinAtarTrace;
import skein.reference.MinAtarTrace.Moment;

/** Against recorded plays of the MinAtar package: equal, draw for draw and cell for cell. */
@ParameterizedClass
@MethodSource("traces")
class MinAtarReferenceTest {
    private static final List<String> GAMES =
            List.of("asterix", "breakout", "freeway", "seaquest", "space_invaders");

    @Parameter MinAtarTrace recorded;

    static List<MinAtarTrace> traces() {
        List<MinAtarTrace> traces = new ArrayList<>(MinAtarTrace.load("minatar-sticky.ref.gz"));
        for (String game : GAMES) {
            traces.addAll(MinAtarTrace.load("minatar-" + game + "-short.ref"));
            traces.addAll(MinAtarTrace.load("minatar-" + game + "-long.ref.gz"));
        }
        return traces;
    }

    private Environment game(ActionSet actions) {
        boolean ramping = recorded.meta("ramping").equals("1");
        return switch (recorded.meta("game")) {
            case "asterix" -> new Asterix(actions, ramping);
            case "breakout" -> new Breakout(actions);
            case "freeway" -> new Freeway(actions);
            case "seaquest" -> new Seaquest(actions, ramping);
            case "space_invaders" -> new SpaceInvaders(actions, ramping);
            default -> throw new AssertionError("unknown game " + recorded.meta("game"));
        };
    }

    /** The game as it was recorded, with sticky actions if it had them. */
    private Environment play(ActionSet actions) {
        double p = Double.parseDouble(recorded.meta("sticky"));
        return p == 0 ? game(actions) : new StickyActions(game(actions), p);
    }

    @Test void it_replays_exactly() {
        replay(play(ActionSet.FULL), List.of(0, 1, 2, 3, 4, 5));
    }

    @Test void it_replays_exactly_with_the_minimal_actions_if_others_do_nothing() {
        List<Integer> meaningful = switch (recorded.meta("game")) {
            case "asterix" -> List.of(0, 1, 2, 3, 4);
            case "breakout" -> List.of(0, 1, 3);
            case "freeway" -> List.of(0, 2, 4);
            case "seaquest" -> List.of(0, 1, 2, 3, 4, 5);
            default -> List.of(0, 1, 3, 5);
        };
        Environment env = play(ActionSet.MINIMAL);
        assertEquals(meaningful.size(), Discrete.of(env.actionSpace()).n());
        replay(env, meaningful);
    }

    /** An action that is not among those of the environment is replaced by 0, none. */
    private void replay(Environment env, List<Integer> actions) {
        RecordedDraws rng = new RecordedDraws();
        List<Moment> moments = recorded.moments();
        for (int t = 0; t < moments.size(); t++) {
            Moment moment = moments.get(t);
            String where = "moment " + t + ", action " + moment.action();
            rng.give(moment.draws());
            if (moment.action() == MinAtarTrace.RESET) {
                assertArrayEquals(moment.observation(), env.reset(rng), where);
                continue;
            }
            Step step = env.step(Math.max(0, actions.indexOf(moment.action())));
            assertEquals(moment.reward(), step.reward(), where);
            assertEquals(moment.terminal(), step.terminated(), where);
            assertFalse(step.truncated(), where);
            assertArrayEquals(moment.observation(), step.observation(), where);
        }
        rng.assertAllAskedFor();
    }
}
