package skein.envs.example;

import java.util.random.RandomGenerator;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;

/** A corridor of cells 0 .. 6: a pit at the left end, a treasure at the right end. */
public class Corridor implements Environment {
    private static final int TREASURE = 6;
    private static final Box OBSERVATIONS = new Box(0, TREASURE, 1);   // the cell
    private static final Discrete ACTIONS = new Discrete(2);           // 0 left, 1 right

    protected RandomGenerator rng;
    protected int cell;
    private boolean running;

    @Override public Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override public Discrete actionSpace() {
        return ACTIONS;
    }

    @Override public float[] reset(RandomGenerator rng) {
        this.rng = rng;                            // all chance comes from here
        cell = rng.nextInt(1, TREASURE);
        running = true;
        return new float[] {cell};                 // a new array each time
    }

    @Override public Step step(int action) {
        if (!running) throw new IllegalStateException("No episode is running. Call reset().");
        boolean right = ACTIONS.check(action) == 1;
        boolean slips = rng.nextDouble() < 0.1;    // then it goes the other way
        cell += right != slips ? 1 : -1;
        running = 0 < cell && cell < TREASURE;
        double reward = cell == TREASURE ? 1 : cell == 0 ? -1 : -0.01;
        return new Step(new float[] {cell}, reward, !running, false);
    }
}
