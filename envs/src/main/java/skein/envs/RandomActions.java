package skein.envs;

import java.util.random.RandomGenerator;

/** Plays with actions drawn uniformly from an action space of either kind. */
final class RandomActions {
    private RandomActions() {
    }

    /** Takes one random action. */
    static Step step(Environment env, RandomGenerator rng) {
        return env.actionSpace() instanceof Box box
                ? env.step(draw(box, rng))
                : env.step(rng.nextInt(Discrete.of(env.actionSpace()).n()));
    }

    /** A point of the box; where a bound is infinite, within 1 of the other one, or of 0. */
    static float[] draw(Box box, RandomGenerator rng) {
        float[] low = box.low();
        float[] high = box.high();
        float[] point = new float[box.size()];
        for (int i = 0; i < point.length; i++) {
            float least = Float.isFinite(low[i]) ? low[i] : Math.min(high[i], 0) - 1;
            float most = Float.isFinite(high[i]) ? high[i] : Math.max(low[i], 0) + 1;
            double drawn = least + rng.nextDouble() * ((double) most - least);
            point[i] = Math.max(least, Math.min(most, (float) drawn));
        }
        return point;
    }
}
