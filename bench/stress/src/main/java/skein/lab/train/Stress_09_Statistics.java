package skein.lab.train;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.DDJ_Result;
import skein.envs.Episode;

/**
 * Two learners note an episode each, with returns of 2 and 4, while the reporter asks for the mean.
 * A mean of 1, 2 / 2, would have counted an episode whose return was not yet there.
 *
 * <p><b>What you should see:</b> during: NaN before the first, 2, 4, or 3; afterwards always 3 of 2
 * episodes.
 */
@JCStressTest
@Outcome(id = {"NaN, 3.0, 2", "2.0, 3.0, 2", "4.0, 3.0, 2", "3.0, 3.0, 2"}, expect = ACCEPTABLE,
        desc = "The mean of those that were noted.")
@Outcome(expect = FORBIDDEN, desc = "An episode was lost, or counted before it was there.")
@State
public class Stress_09_Statistics {
    private static final Episode TWO = new Episode(2, 1, false);
    private static final Episode FOUR = new Episode(4, 1, false);

    private final EpisodeStatistics episodes = new EpisodeStatistics();

    @Actor public void learner() {
        episodes.add(TWO);
    }

    @Actor public void other() {
        episodes.add(FOUR);
    }

    @Actor public void reporter(DDJ_Result r) {
        r.r1 = episodes.mean();
    }

    @Arbiter public void after(DDJ_Result r) {
        r.r2 = episodes.mean();
        r.r3 = episodes.count();
    }
}
