package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import skein.envs.example.Corridor;

/** Each sentence, with a world that earns it. */
class EnvironmentCheckTest {
    private static final String RESET =
            ". Throw an IllegalStateException that says to call reset().";

    private static void assertFaults(Environment env, String... sentences) {
        assertEquals(List.of(sentences), EnvironmentCheck.check(env));
    }

    @Nested class OfTheExample extends EnvironmentContract {
        @Override Environment make() {
            return new TimeLimit(new Corridor(), 100);
        }
    }

    @Test void nothing_is_wrong_with_the_worlds_of_Skein_and_the_example() {
        assertFaults(new Corridor());
        for (World world : Worlds.all()) assertFaults(world.make());
        assertFaults(new Pendulum());
        assertFaults(new MountainCar());
    }

    @Test void the_document_shows_the_example_as_it_is() throws IOException {
        String source = Files.readString(
                Path.of("src/test/java/skein/envs/example/Corridor.java"));
        String text = Files.readString(Path.of("../docs/YOUR-OWN-WORLD.md"));
        assertEquals(1, text.split("```java\n\\Q" + source + "\\E```", -1).length - 1,
                "docs/YOUR-OWN-WORLD.md has to show Corridor.java as it is");
    }

    // ---- Spaces and starts

    @Test void no_spaces() {
        assertFaults(new Corridor() {
            @Override public Box observationSpace() {
                return null;
            }

            @Override public Discrete actionSpace() {
                return null;
            }
        }, "observationSpace() is null. Return a Box.",
                "actionSpace() is null. Return a Discrete, or a Box.");
    }

    @Test void a_reset_that_throws() {
        assertFaults(new Corridor() {
            @Override public float[] reset(RandomGenerator rng) {
                throw new UnsupportedOperationException("later");
            }
        }, "reset() threw UnsupportedOperationException: later");
    }

    @Test void a_reset_that_returns_nothing() {
        assertFaults(new Corridor() {
            @Override public float[] reset(RandomGenerator rng) {
                return null;
            }
        }, "reset() returned null.");
    }

    // ---- Observations and rewards; each changes what the step of the corridor returned

    private abstract static class Changed extends Corridor {
        abstract Step changed(Step step);

        @Override public Step step(int action) {
            return changed(super.step(action));
        }
    }

    @Test void a_step_that_returns_nothing_or_shows_nothing() {
        assertFaults(new Changed() {
            @Override Step changed(Step step) {
                return null;
            }
        }, "step() returned null.");
        assertFaults(new Changed() {
            @Override Step changed(Step step) {
                return step.withObservation(null);
            }
        }, "step() gave null as observation.");
    }

    @Test void too_many_numbers() {
        assertFaults(new Changed() {
            @Override Step changed(Step step) {
                return step.withObservation(new float[3]);
            }
        }, "step() gave an observation of 3 numbers, but observationSpace() has 1: "
                + "Box([1]: 0.0 .. 6.0).");
    }

    @Test void a_number_outside_its_bounds_or_none_at_all() {
        assertFaults(new Changed() {
            @Override Step changed(Step step) {
                return step.withObservation(new float[] {6.5f});
            }
        }, "Number 0 of an observation must be 0.0 .. 6.0, but step() gave 6.5.");
        assertFaults(new Changed() {
            @Override Step changed(Step step) {
                return step.withObservation(new float[] {Float.NaN});
            }
        }, "Number 0 of an observation must be 0.0 .. 6.0, but step() gave NaN.");
    }

    @Test void a_second_number_outside_its_bounds_beside_a_first_one_inside() {
        for (float[] shown : new float[][] {{-9, -2}, {0, -2}, {6, 2}, {0, 2}}) {
            assertFaults(new Changed() {
                @Override public Box observationSpace() {
                    return new Box(new float[] {-9, -1}, new float[] {6, 1}, 2);
                }

                @Override public float[] reset(RandomGenerator rng) {
                    super.reset(rng);
                    return new float[2];
                }

                @Override Step changed(Step step) {
                    return step.withObservation(shown.clone());
                }
            }, "Number 1 of an observation must be -1.0 .. 1.0, but step() gave " + shown[1]
                    + ".");
        }
    }

    @Test void a_first_observation_outside_its_bounds() {
        assertFaults(new Corridor() {
            @Override public float[] reset(RandomGenerator rng) {
                super.reset(rng);
                return new float[] {-1};
            }
        }, "Number 0 of an observation must be 0.0 .. 6.0, but reset() gave -1.0.");
    }

    @Test void a_reward_that_is_no_number_in_the_third_step_of_an_episode() {
        assertFaults(new Changed() {
            private int steps;

            @Override public float[] reset(RandomGenerator rng) {
                steps = 0;
                return super.reset(rng);
            }

            @Override Step changed(Step step) {
                return ++steps == 3 ? step.withReward(Double.POSITIVE_INFINITY) : step;
            }
        }, "step() paid Infinity. A reward must be a finite number.");
    }

    @Test void a_reward_that_is_no_number() {
        assertFaults(new Changed() {
            @Override Step changed(Step step) {
                return step.withReward(0.0 / 0);
            }
        }, "step() paid NaN. A reward must be a finite number.");
    }

    @Test void both_ends_at_once() {
        assertFaults(new Changed() {
            @Override Step changed(Step step) {
                return new Step(step.observation(), 0, step.last(), step.last());
            }
        }, "step() threw IllegalArgumentException: A step is terminated or truncated, not both. "
                + "Leave truncated false at a real end.");
    }

    @Test void the_same_array_each_time() {
        assertFaults(new Changed() {
            private final float[] shared = new float[1];

            @Override Step changed(Step step) {
                shared[0] = cell;
                return step.withObservation(shared);
            }
        }, "step() used an array again that it had returned before. "
                + "Return a new array each time.");
    }

    @Test void the_same_array_each_time_in_which_nothing_changes() {
        assertFaults(new Changed() {
            private final float[] shared = new float[1];

            @Override Step changed(Step step) {
                shared[0] = 0;
                return step.withObservation(shared);
            }
        }, "step() used an array again that it had returned before. "
                + "Return a new array each time.");
    }

    @Test void an_old_array_that_changes_later() {
        assertFaults(new Changed() {
            private float[] before = new float[1];

            @Override Step changed(Step step) {
                before[0] = before[0] < 3 ? 5 : 1;
                before = step.observation();
                return step;
            }
        }, "step() used an array again that it had returned before. "
                + "Return a new array each time.");
    }

    @Test void an_observation_that_is_the_worlds_own_state() {
        assertFaults(new Corridor() {
            private float[] state;

            @Override public float[] reset(RandomGenerator rng) {
                state = super.reset(rng);
                return state;
            }

            @Override public Step step(int action) {
                if (state != null && state[0] < 0) cell = 3;
                Step step = super.step(action);
                state = step.observation();
                return step;
            }
        }, "Writing into a returned observation changed the world. Return a copy.");
    }

    // ---- Chance

    private static final String OTHER_CHANCE = "The same seed and the same actions gave another "
            + "episode. Take all chance from the generator given to reset(), and let reset() undo "
            + "all that was before.";

    @Test void chance_of_its_own() {
        assertFaults(new Corridor() {
            private final RandomGenerator own = new SplittableRandom(9);

            @Override public float[] reset(RandomGenerator rng) {
                return super.reset(own);
            }
        }, OTHER_CHANCE);
    }

    @Test void chance_of_its_own_that_shows_at_a_reset_only() {
        assertFaults(new Corridor() {
            private int resets;

            @Override public float[] reset(RandomGenerator rng) {
                super.reset(rng);
                return new float[] {++resets % 5};
            }
        }, OTHER_CHANCE);
    }

    @Test void something_left_of_the_episode_before() {
        assertFaults(new Changed() {
            private int steps;

            @Override Step changed(Step step) {
                return step.withReward(steps++);
            }
        }, OTHER_CHANCE);
    }

    // ---- Refusals

    @Test void steps_where_no_episode_is_running() {
        assertFaults(new Corridor() {
            @Override public Step step(int action) {
                try {
                    return super.step(action);
                } catch (IllegalStateException e) {
                    return new Step(new float[1], 0, true, false);
                }
            }
        }, "step() before the first reset() was accepted" + RESET,
                "step() after an episode's last one was accepted" + RESET);
    }

    @Test void a_refusal_of_another_kind() {
        assertFaults(new Corridor() {
            @Override public Step step(int action) {
                if (rng == null) throw new NullPointerException("rng");
                return super.step(action);
            }
        }, "step() before the first reset() threw NullPointerException" + RESET);
    }

    @Test void bad_actions_that_pass() {
        String rest = " is not in Discrete(2), but was accepted. "
                + "Throw an IllegalArgumentException that says what is allowed.";
        assertFaults(new Corridor() {
            @Override public Step step(int action) {
                return super.step(action & 1);
            }
        }, "The action -1" + rest, "The action 2" + rest);
    }

    @Test void bad_torques_that_pass() {
        String rest = " is not in Box([1]: -1.0 .. 1.0), but was accepted. "
                + "Throw an IllegalArgumentException that says what is allowed.";
        assertFaults(new Steered() {
            @Override public Step step(float[] action) {
                return walk(action[0] > 0 ? 1 : 0);
            }
        }, "The action [NaN]" + rest, "The action [0.0, 0.0]" + rest);
    }

    /** The corridor, walked by the sign of a number. */
    private abstract static class Steered implements Environment {
        private final Corridor corridor = new Corridor();

        Step walk(int action) {
            return corridor.step(action);
        }

        @Override public Box observationSpace() {
            return corridor.observationSpace();
        }

        @Override public Box actionSpace() {
            return new Box(-1, 1, 1);
        }

        @Override public float[] reset(RandomGenerator rng) {
            return corridor.reset(rng);
        }
    }

    @Test void a_step_for_the_other_kind_of_action() {
        assertFaults(new Steered() {
            @Override public Step step(int action) {
                return walk(action);
            }
        }, "step() before the first reset() threw IllegalArgumentException" + RESET,
                "step() threw IllegalArgumentException: This world takes Box([1]: -1.0 .. 1.0) "
                + "actions, not the action [0.18237947]. Implement step(float[]).");
    }

    @Test void a_refused_action_that_changes_the_world() {
        assertFaults(new Corridor() {
            @Override public Step step(int action) {
                if (action == 2) cell = cell < 4 ? 5 : 1;
                return super.step(action);
            }
        }, "The refused action 2 changed the world. Check an action before anything else.");
    }

    @Test void no_world_is_refused() {
        var e = assertThrows(NullPointerException.class, () -> EnvironmentCheck.check(null));
        assertEquals("EnvironmentCheck needs a world, but got null.", e.getMessage());
    }
}
