package skein.envs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Plays a world at random and tells in sentences what is wrong with it.
 *
 * <pre>{@code
 * EnvironmentCheck.check(new MyWorld()).forEach(System.out::println);
 * }</pre>
 *
 * <p>It looks for what {@link Environment} promises and a learner relies on: observations inside
 * their space and in arrays of their own, finite rewards, the same episodes from the same seed, and
 * refusals of bad actions and of steps where no episode is running.
 */
public final class EnvironmentCheck {
    private static final int STEPS = 2_000;        // of each play, over several episodes
    private static final int LONGEST = 10_000;     // steps to wait for an episode's end

    private final Environment env;
    private final Set<String> faults = new LinkedHashSet<>();
    private final Lent lent = new Lent();

    /** The world failed in such a way that nothing more can be found out. */
    private static final class Hopeless extends RuntimeException {
        private static final long serialVersionUID = 1;

        Hopeless(RuntimeException cause) {
            super(cause);
        }
    }

    private EnvironmentCheck(Environment env) {
        this.env = env;
    }

    /**
     * {@return what is wrong, a sentence or two each; empty if nothing was found}
     *
     * @param env a new world that has not been reset yet; afterwards it is in the middle of nowhere
     */
    public static List<String> check(Environment env) {
        Objects.requireNonNull(env, "EnvironmentCheck needs a world, but got null.");
        EnvironmentCheck check = new EnvironmentCheck(env);
        try {
            if (check.hasSpaces()) check.plays();
        } catch (Hopeless e) {
            return List.copyOf(check.faults);      // the last sentence tells what was thrown
        }
        return List.copyOf(check.faults);
    }

    private boolean hasSpaces() {
        if (env.observationSpace() == null) fault("observationSpace() is null. Return a Box.");
        if (env.actionSpace() == null) {
            fault("actionSpace() is null. Return a Discrete, or a Box.");
        }
        return faults.isEmpty();
    }

    private void plays() {
        requireRefusal("before the first reset()");
        List<String> first = play(false);
        boolean repeatable = play(false).equals(first);
        if (!repeatable) {
            fault("The same seed and the same actions gave another episode. Take all chance from "
                    + "the generator given to reset(), and let reset() undo all that was before.");
        } else if (!play(true).equals(first)) {
            fault("Writing into a returned observation changed the world. Return a copy.");
        }
        badActions(repeatable);
        stepAfterTheEnd();
    }

    // ---- Random play

    /** What there was to see in some episodes; scribbles into each observation if asked to. */
    private List<String> play(boolean scribble) {
        List<String> seen = new ArrayList<>();
        RandomGenerator rng = new SplittableRandom(1);
        RandomGenerator actions = new SplittableRandom(2);
        while (seen.size() < STEPS) {
            float[] observation = reset(rng);
            seen.add(Arrays.hashCode(observation) + " reset");
            Step step = null;
            while (seen.size() < STEPS && (step == null || !step.last())) {
                if (scribble) scribble(observation);
                step = step(actions);
                observation = step.observation();
                seen.add(Arrays.hashCode(observation) + " " + step.reward() + step.last());
            }
            lent.clear();
        }
        return seen;
    }

    private void scribble(float[] observation) {
        lent.clear();
        Arrays.fill(observation, -77);
    }

    private float[] reset(RandomGenerator rng) {
        float[] observation = caught("reset()", () -> env.reset(rng));
        look("reset()", observation);
        return observation;
    }

    private Step step(RandomGenerator actions) {
        Step step = caught("step()", () -> RandomActions.step(env, actions));
        look("step()", step.observation());
        if (!Double.isFinite(step.reward())) {
            fault("step() paid " + step.reward() + ". A reward must be a finite number.");
        }
        return step;
    }

    private interface Call<R> {
        R get();
    }

    /** What a call returns; if that is nothing, or it throws, there is no going on. */
    private <R> R caught(String name, Call<R> call) {
        R result;
        try {
            result = call.get();
        } catch (RuntimeException e) {
            fault(name + " threw " + e.getClass().getSimpleName() + ": " + e.getMessage());
            throw new Hopeless(e);
        }
        if (result != null) return result;
        fault(name + " returned null.");
        throw new Hopeless(null);
    }

    // ---- Observations

    private void look(String name, float[] observation) {
        if (observation == null) {
            fault(name + " gave null as observation.");
            throw new Hopeless(null);
        }
        requireInside(name, observation);
        if (lent.reused(observation)) {
            fault(name + " used an array again that it had returned before. Return a new "
                    + "array each time.");
        }
        lent.add(observation);
    }

    private void requireInside(String name, float[] observation) {
        Box space = env.observationSpace();
        if (observation.length != space.size()) {
            fault(name + " gave an observation of " + observation.length + " numbers, but "
                    + "observationSpace() has " + space.size() + ": " + space + ".");
            throw new Hopeless(null);
        }
        if (space.contains(observation)) return;
        float[] low = space.low();
        float[] high = space.high();
        for (int i = 0; i < low.length; i++) {
            boolean within = low[i] <= observation[i] && observation[i] <= high[i];   // not for NaN
            if (within) continue;
            fault("Number " + i + " of an observation must be " + low[i] + " .. " + high[i]
                    + ", but " + name + " gave " + observation[i] + ".");
            return;
        }
    }

    // ---- Refusals

    private void requireRefusal(String when) {
        SplittableRandom actions = new SplittableRandom(3);
        RuntimeException refusal = refusalOf(() -> RandomActions.step(env, actions));
        if (refusal instanceof IllegalStateException) return;
        fault("step() " + when + " " + outcome(refusal)
                + ". Throw an IllegalStateException that says to call reset().");
    }

    private static String outcome(RuntimeException thrown) {
        return thrown == null ? "was accepted" : "threw " + thrown.getClass().getSimpleName();
    }

    /** What the call threw, or null. */
    private static RuntimeException refusalOf(Runnable call) {
        try {
            call.run();
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private void badActions(boolean repeatable) {
        if (env.actionSpace() instanceof Box box) {
            float[] notANumber = RandomActions.draw(box, new SplittableRandom(4));
            notANumber[0] = Float.NaN;
            for (float[] bad : new float[][] {notANumber, new float[box.size() + 1]}) {
                badAction(Arrays.toString(bad), repeatable, () -> env.step(bad));
            }
        } else {
            int n = Discrete.of(env.actionSpace()).n();
            for (int bad : new int[] {-1, n}) {
                badAction(String.valueOf(bad), repeatable, () -> env.step(bad));
            }
        }
    }

    private void badAction(String action, boolean repeatable, Runnable step) {
        reset(new SplittableRandom(5));
        int expected = next();
        reset(new SplittableRandom(5));
        RuntimeException refusal = refusalOf(step);
        if (!(refusal instanceof IllegalArgumentException)) {
            fault("The action " + action + " is not in " + env.actionSpace() + ", but "
                    + outcome(refusal) + ". Throw an IllegalArgumentException that says what "
                    + "is allowed.");
        } else if (repeatable && next() != expected) {
            fault("The refused action " + action + " changed the world. Check an action before "
                    + "anything else.");
        }
        lent.clear();
    }

    /** A hash of what the next step shows. */
    private int next() {
        return Arrays.hashCode(step(new SplittableRandom(6)).observation());
    }

    private void stepAfterTheEnd() {
        RandomGenerator actions = new SplittableRandom(7);
        reset(new SplittableRandom(8));
        for (int t = 0; t < LONGEST; t++) {
            if (!step(actions).last()) continue;
            requireRefusal("after an episode's last one");
            return;
        }
    }

    private void fault(String sentence) {
        faults.add(sentence);
    }
}
