package skein.lab.setup;

import static skein.lab.error.UserError.require;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import skein.envs.Discrete;
import skein.envs.Nearest;
import skein.envs.World;
import skein.envs.Worlds;
import skein.lab.error.UserError;
import skein.nn.Layout;
import skein.nn.MemoryMode;
import skein.rl.network.Trunk;
import skein.rl.thread.Schedule;
import skein.tensor.Shape;

/**
 * All that a run depends on; kept as config.json.
 *
 * @param world     a name from {@link Worlds}
 * @param algorithm a name from {@link Algorithms}
 * @param threads   N actor-learners, 1 .. 1024
 * @param worlds    how many worlds each of them steps together, 1 .. 1024
 * @param seed      everything random is split from it
 * @param steps     T_max ≥ 1
 * @param rewardScale what rewards are multiplied by before a learner sees them, &gt; 0;
 *                  evaluations and returns are of the world's own
 * @param hidden    units of each fully connected hidden layer
 * @param optimizer a name from {@link Optimizers}
 * @param alpha     α of RMSProp and momentum, in [0, 1)
 * @param epsilon   ε of RMSProp and Adam, &gt; 0
 * @param memory    how threads read and write θ and g, a {@link MemoryMode}; null in runs from
 *                  before there was a choice
 * @param schedule  when a thread may go on, a {@link Schedule}; null in runs from before there was
 *                  a choice
 * @param hyper     the algorithm's own settings by name; see {@link Hypers}
 */
public record Settings(String world, String algorithm, int threads, int worlds, long seed,
                       long steps, double rewardScale, int[] hidden, String optimizer,
                       double alpha, double epsilon, String memory, String schedule,
                       Map<String, Number> hyper) {
    private static final int MOST_THREADS = 1024;
    private static final int MOST_SEGMENT = 1_000_000;       // t_max
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;
    private static final int MOST_WEIGHTS = 100_000_000;     // 400 MB for each copy of θ

    /**
     * {@return what a run is made of if nothing is asked for; found by trying, and
     * docs/RESULTS.md tells what comes of it}
     *
     * @param world     a name from {@link Worlds}
     * @param algorithm a name from {@link Algorithms}
     * @throws UserError if there is no such world or algorithm
     */
    public static Settings defaults(String world, String algorithm) {
        Algorithms.Preset preset = Algorithms.named(algorithm).preset(named(world));
        int cores = Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
        return new Settings(world, algorithm, preset.threads() > 0 ? preset.threads() : cores,
                preset.worlds(), 1, preset.steps(), preset.rewardScale(), preset.hidden(),
                preset.optimizer(), preset.alpha(), preset.epsilon(),
                MemoryMode.FENCED.toString(), Schedule.FREE.toString(),
                ReplayRoom.fitted(Hypers.toMap(preset.hyper()), named(world)));
    }

    /**
     * Refuses what no run can have.
     *
     * @return this
     * @throws UserError if there is such a thing; the sentence names the option
     */
    public Settings check() {
        Algorithms.Entry entry = Algorithms.named(algorithm);
        Algorithms.check(entry, findWorld());
        require(threads >= 1 && threads <= MOST_THREADS, "--threads", "1 .. " + MOST_THREADS,
                threads);
        Algorithms.Preset preset = entry.preset(findWorld());
        require(preset.threads() != 1 || threads == 1, "--threads",
                "1, because " + entry.title() + " has one learner", threads);
        require(worlds >= 1 && worlds <= MOST_THREADS, "--worlds", "1 .. " + MOST_THREADS, worlds);
        require(preset.worlds() > 1 || worlds == 1, "--worlds",
                "1, because a learner of " + entry.title() + " has one world", worlds);
        require(rewardScale > 0 && Float.isFinite((float) rewardScale), "--reward-scale",
                "a finite float > 0", rewardScale);
        require(steps >= 1, "--steps", "at least 1", steps);
        require(hidden != null && hidden.length > 0 && Arrays.stream(hidden).allMatch(u -> u >= 1),
                "--hidden", "units of each layer, at least 1", Arrays.toString(hidden));
        require(weights() <= MOST_WEIGHTS, "--hidden", "layers with at most 100 million weights",
                Arrays.toString(hidden));
        Optimizers.check(String.valueOf(optimizer));
        require(alpha >= 0 && (float) alpha < 1, "--alpha", "a number in [0, 1)", alpha);
        require((float) epsilon > 0 && Float.isFinite((float) epsilon), "--epsilon",
                "a finite float > 0", epsilon);
        checkMemory(entry.title(), preset.threads() == 1);
        require(threadSchedule() == Schedule.FREE || preset.threads() != 1, "--schedule",
                Schedule.FREE + ", because " + entry.title() + " has one learner, whose runs repeat"
                + " as they are", schedule);
        checkHyper();
        method();                                            // has conditions of its own
        return this;
    }

    private void checkMemory(String title, boolean alone) {
        if (memoryMode() == MemoryMode.FENCED) return;
        require(!alone, "--memory", MemoryMode.FENCED + ", because " + title
                + " has one learner, which shares with nobody", memory);
        require(!optimizer.equals("adam"), "--memory",
                MemoryMode.FENCED + ", because adam knows no other", memory);
    }

    private void checkHyper() {
        if (hyper == null) throw new UserError("hyper, the algorithm's settings, is missing.");
        for (String rows : List.of("tMax", "batchSize")) {
            Number number = hyper.get(rows);
            require(number == null || number.doubleValue() <= mostRows(), Hypers.option(rows),
                    "1 .. " + mostRows(), number);
        }
        hyper.forEach((name, value) -> require(value != null && isFloat(value.doubleValue()),
                Hypers.option(name), "a number in the range of a float", value));
        hyper(Algorithms.named(algorithm).preset(findWorld()).hyper().getClass());
    }

    /** Observations that are learned from at once fit into an array. */
    private int mostRows() {
        int floats = worlds * findWorld().make().observationSpace().size();
        return Math.min(MOST_SEGMENT, LONGEST_ARRAY / floats);
    }

    /** Infinity is one: the algorithm says whether it makes sense. */
    private static boolean isFloat(double value) {
        return Float.isFinite((float) value) || value == Double.POSITIVE_INFINITY;
    }

    /** Of the largest matrices; the exact number does not matter here. */
    private double weights() {
        double weights = 0;
        double inputs = findWorld().make().observationSpace().size();
        for (int units : hidden) {
            weights += inputs * units;
            inputs = units;
        }
        return weights;
    }

    /** {@return the world, found by its name} */
    public World findWorld() {
        return named(world);
    }

    private static World named(String world) {
        try {
            return Worlds.named(world);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    /** {@return how threads read and write what they share} */
    public MemoryMode memoryMode() {
        if (memory == null) return MemoryMode.FENCED;
        for (MemoryMode mode : MemoryMode.values()) {
            if (mode.toString().equals(memory)) return mode;
        }
        throw new UserError("--memory: " + Nearest.complaint("memory mode", memory,
                Arrays.stream(MemoryMode.values()).map(MemoryMode::toString).toList()));
    }

    /** {@return when a thread may go on} */
    public Schedule threadSchedule() {
        if (schedule == null) return Schedule.FREE;
        for (Schedule one : Schedule.values()) {
            if (one.toString().equals(schedule)) return one;
        }
        throw new UserError("--schedule: " + Nearest.complaint("schedule", schedule,
                Arrays.stream(Schedule.values()).map(Schedule::toString).toList()));
    }

    /** {@return the algorithm, put together for this run} */
    public Method method() {
        return Algorithms.named(algorithm).method().apply(this);
    }

    /**
     * {@return the algorithm's own settings as its record}
     *
     * @param <R>  the record
     * @param type the algorithm's
     */
    public <R extends Record> R hyper(Class<R> type) {
        return Hypers.of(type, hyper);
    }

    /** How many actions the world has; they are numbered. */
    int actions() {
        return Discrete.of(findWorld().make().actionSpace()).n();
    }

    /** A trunk that suits what the world shows. */
    Trunk trunk(Layout layout) {
        return Trunk.of(layout, Shape.of(findWorld().make().observationSpace().shape()), hidden);
    }

    /** {@return for example: A3C on cartpole, 2 threads, seed 1; or 2 threads (lockstep)} */
    public String title() {
        return Algorithms.named(algorithm).title() + " on " + world + ", " + threads
                + (threads == 1 ? " thread" : " threads")
                + (threadSchedule() == Schedule.FREE ? "" : " (" + schedule + ")")
                + ", seed " + seed;
    }
}
