/**
 * A run while it goes. {@link skein.lab.train.Training} starts the learners, who only learn; at
 * times one notes the moment, and the {@code Reporter}, a thread of its own, evaluates and writes
 * it down. {@code EpisodeStatistics} is what they share for that.
 *
 * <p>{@link skein.lab.train.LiveLine} shows how it goes, on a terminal as a {@code BarLine}, in a
 * file as {@code PlainLines}, both in the words of {@link skein.lab.train.StatusText};
 * {@link skein.lab.train.TelemetryTable} is the page at the end.
 */
package skein.lab.train;
