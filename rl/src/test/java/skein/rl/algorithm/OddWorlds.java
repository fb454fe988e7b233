package skein.rl.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.CartPole;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Space;
import skein.envs.Step;

/** Worlds that tell what was done with them. */
final class OddWorlds {
    private OddWorlds() {
    }

    /** Shows one number for ever, and remembers what was done in it. Two actions, never ends. */
    static class Signpost implements Environment {
        private final float shown;
        private final List<Integer> actions = new ArrayList<>();

        Signpost(float shown) {
            this.shown = shown;
        }

        List<Integer> actions() {
            return actions;
        }

        @Override public Box observationSpace() {
            return new Box(new float[1], new float[] {1}, 1);
        }

        @Override public Discrete actionSpace() {
            return new Discrete(2);
        }

        @Override public float[] reset(RandomGenerator rng) {
            return new float[] {shown};
        }

        @Override public Step step(int action) {
            actions.add(action);
            return new Step(new float[] {shown}, 0, false, false);
        }
    }

    /** A signpost whose action 0 is better than its action 1; no step is better than another. */
    static final class TwoArms extends Signpost {
        private final double scale;
        private final double shift;

        TwoArms(double scale, double shift) {
            super(0);
            this.scale = scale;
            this.shift = shift;
        }

        @Override public Step step(int action) {
            return super.step(action).withReward(shift + scale * (1 - action));
        }
    }

    /** A CartPole that remembers how its first episode began. */
    static final class FirstSight extends Pole {
        private float[] first;

        float[] first() {
            return first;
        }

        @Override public float[] reset(RandomGenerator rng) {
            float[] s = super.reset(rng);
            if (first == null) first = s.clone();
            return s;
        }
    }

    /** A CartPole that breaks the rule that observations are new arrays. */
    static final class OneArray extends Pole {
        private final float[] shown = new float[4];

        @Override public float[] reset(RandomGenerator rng) {
            return show(super.reset(rng));
        }

        @Override public Step step(int action) {
            Step step = super.step(action);
            return step.withObservation(show(step.observation()));
        }

        private float[] show(float[] s) {
            System.arraycopy(s, 0, shown, 0, 4);
            return shown;
        }
    }

    /** CartPole, to be changed in a detail. */
    private abstract static class Pole implements Environment {
        private final CartPole cartPole = new CartPole();

        @Override public Box observationSpace() {
            return cartPole.observationSpace();
        }

        @Override public Space actionSpace() {
            return cartPole.actionSpace();
        }

        @Override public float[] reset(RandomGenerator rng) {
            return cartPole.reset(rng);
        }

        @Override public Step step(int action) {
            return cartPole.step(action);
        }
    }
}
