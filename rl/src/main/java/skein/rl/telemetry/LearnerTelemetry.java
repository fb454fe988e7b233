package skein.rl.telemetry;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import skein.envs.Environment;
import skein.nn.GradientClipping;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.loss.LossFigures;

/**
 * Counts what one learner does: it stands around the learner's world, around its optimizer and at
 * its handle on θ, and passes on what goes by. All but {@link #read} belongs to the learner's
 * thread; to count allocates nothing.
 *
 * <p><b>Staleness.</b> All updates of a run are numbered in the order in which they were finished,
 * by one atomic add after each. An update's staleness is how many numbers others were given between
 * the moment before θ′ ← θ and this update's own number: what its gradient could not have seen. An
 * algorithm that reads θ itself makes no copy; its gradient is summed up from dθ ← 0 on, so there
 * the moment after the learner's update before counts instead.
 */
public final class LearnerTelemetry {
    private static final int RETURNS = 100;

    private static final int T = 0;
    private static final int EPISODES = 1;
    private static final int UPDATES = 2;
    private static final int SEEN = 3;                       // updates of all, when θ was read
    private static final int STALENESS_SUM = 4;
    private static final int CLIPPED = 5;
    private static final int NORMS = 6;
    private static final int LARGEST_NORM = 7;
    private static final int POLICY_LOSS = 8;
    private static final int VALUE_LOSS = 9;
    private static final int ENTROPY = 10;
    private static final int ABS_VALUE = 11;
    private static final int LARGEST_STALENESS = 12;
    private static final int STALENESS = 13;
    private static final int LAST_RETURNS = STALENESS + Staleness.BINS;
    private static final int SIZE = LAST_RETURNS + RETURNS;

    private final int number;
    private final Cells cells = new Cells(SIZE);
    private final Cells updatesOfAll;        // of one cell, shared
    private final Ledger ledger;
    private final TrainingListener listener;
    private volatile Sources sources = Sources.NONE;

    LearnerTelemetry(int number, Cells updatesOfAll, Sample sample, TrainingListener listener) {
        this.number = number;
        this.listener = listener;
        this.updatesOfAll = updatesOfAll;
        ledger = new Ledger(sample);
    }

    /**
     * {@return the same parameters; each θ′ ← θ from them is noticed}
     *
     * @param theta θ, which all learners share
     */
    public Parameters around(Parameters theta) {
        return theta.tellingCopies(this::copies);
    }

    /**
     * {@return the same optimizer; each update is noticed, and a ledger kept: {@link LostSteps}}
     *
     * @param optimizer the learner's own
     */
    public Optimizer around(Optimizer optimizer) {
        return optimizer.andThen((dTheta, eta) -> {
            ledger.enter(optimizer, dTheta, eta);
            updated();
        });
    }

    /**
     * {@return the same world; its steps and returns are noticed}
     *
     * @param env the learner's own, or one of several
     */
    public Environment around(Environment env) {
        return new WatchedWorld(env, this);
    }

    /**
     * Lets the learner tell what only it knows; before it runs.
     *
     * @param what it has
     */
    public void ask(Sources what) {
        sources = what;
    }

    /** A gradient is computed at θ′, so θ′ has a place for it; θ⁻ has none. */
    private void copies(Parameters to) {
        if (to.hasGradient()) cells.set(SEEN, updatesOfAll.getAcquire(0));
    }

    /** A learner begins with θ as it is when its first episode begins. */
    void beganEpisode() {
        if (cells.get(T) == 0) cells.set(SEEN, updatesOfAll.getAcquire(0));
    }

    void stepped() {
        cells.add(T, 1);
    }

    void endedEpisode(double total) {
        cells.begin();
        cells.setDouble(LAST_RETURNS + (int) (cells.get(EPISODES) % RETURNS), total);
        cells.add(EPISODES, 1);
        cells.end();
        listener.endedEpisode(number, cells.get(T), total);
    }

    private void updated() {
        long before = updatesOfAll.getAndAdd(0, 1);
        long staleness = before - cells.get(SEEN);
        cells.set(SEEN, before + 1);
        Sources s = sources;
        GradientClipping clipping = s.clipping();
        cells.begin();
        note(staleness);
        if (clipping != null) note(clipping);
        if (s.loss() != null) note(s.loss());
        cells.end();
        listener.updated(number, before, staleness, clipping == null ? Double.NaN
                : clipping.norm(), clipping != null && clipping.clipped());
    }

    private void note(long staleness) {
        cells.add(UPDATES, 1);
        cells.add(STALENESS_SUM, staleness);
        if (staleness > cells.get(LARGEST_STALENESS)) cells.set(LARGEST_STALENESS, staleness);
        cells.add(STALENESS + Staleness.bin(staleness), 1);
    }

    private void note(GradientClipping clipping) {
        cells.addDouble(NORMS, clipping.norm());
        if (clipping.norm() > cells.getDouble(LARGEST_NORM)) {
            cells.setDouble(LARGEST_NORM, clipping.norm());
        }
        if (clipping.clipped()) cells.add(CLIPPED, 1);
    }

    private void note(LossFigures loss) {
        cells.addDouble(POLICY_LOSS, loss.policyLoss());
        cells.addDouble(VALUE_LOSS, loss.valueLoss());
        cells.addDouble(ENTROPY, loss.entropy());
        cells.addDouble(ABS_VALUE, loss.absValue());
    }

    Ledger ledger() {
        return ledger;
    }

    /** {@return what it has counted so far, an update with all its figures; any thread} */
    public LearnerReading read() {
        Sources s = sources;
        DoubleSupplier exploration = s.exploration();
        long[] now = cells.snapshot();
        long[] counts = Arrays.copyOfRange(now, STALENESS, STALENESS + Staleness.BINS);
        return new LearnerReading(cells.get(T), now[EPISODES], meanReturn(now),
                exploration == null ? Double.NaN : exploration.getAsDouble(), now[UPDATES],
                new Staleness(counts, now[STALENESS_SUM]), now[LARGEST_STALENESS], now[CLIPPED],
                known(s.clipping(), now[NORMS]), known(s.clipping(), now[LARGEST_NORM]),
                known(s.loss(), now[POLICY_LOSS]), known(s.loss(), now[VALUE_LOSS]),
                known(s.loss(), now[ENTROPY]), known(s.loss(), now[ABS_VALUE]));
    }

    private static double known(Object source, long bits) {
        return source == null ? Double.NaN : Double.longBitsToDouble(bits);
    }

    private static double meanReturn(long[] now) {
        int n = (int) Math.min(now[EPISODES], RETURNS);
        double sum = 0;
        for (int i = 0; i < n; i++) sum += Double.longBitsToDouble(now[LAST_RETURNS + i]);
        return sum / n;                      // NaN of none
    }
}
