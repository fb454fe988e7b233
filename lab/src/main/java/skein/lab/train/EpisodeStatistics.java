package skein.lab.train;

import skein.envs.Episode;

/** The returns of the last 100 episodes of all threads. Any thread may add and ask. */
final class EpisodeStatistics {
    private static final int WINDOW = 100;

    private final double[] returns = new double[WINDOW];
    private long count;

    synchronized void add(Episode episode) {
        returns[(int) (count++ % WINDOW)] = episode.totalReward();
    }

    synchronized long count() {
        return count;
    }

    /** NaN before the first episode has ended. */
    synchronized double mean() {
        int n = (int) Math.min(count, WINDOW);
        double sum = 0;
        for (int i = 0; i < n; i++) sum += returns[i];
        return n == 0 ? Double.NaN : sum / n;
    }
}
