package skein.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import skein.envs.Episode;

class EpisodeStatisticsTest {
    @Test void the_mean_return_is_that_of_the_last_100_episodes() {
        EpisodeStatistics episodes = new EpisodeStatistics();
        assertEquals(Double.NaN, episodes.mean());
        episodes.add(new Episode(7, 3, false));
        assertEquals(7, episodes.mean());
        for (int i = 1; i <= 103; i++) episodes.add(new Episode(i, 3, true));
        assertEquals(53.5, episodes.mean());                 // of 4 .. 103
        assertEquals(104, episodes.count());
    }
}
