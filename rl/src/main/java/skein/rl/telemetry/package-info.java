/**
 * What the learners of a run do, in numbers, while they run.
 *
 * <p>The algorithms do not count: a {@link skein.rl.telemetry.Learner} only says, by its
 * {@link skein.rl.telemetry.Sources}, where the figures of its last update are.
 * {@link skein.rl.telemetry.LearnerTelemetry} stands around what a learner is made of and counts
 * what goes by; {@link skein.rl.telemetry.Telemetry} is all of a run; a
 * {@link skein.rl.telemetry.Reading} is what they had counted at one moment, with a
 * {@link skein.rl.telemetry.LearnerReading} of each, their {@link skein.rl.telemetry.Staleness} and
 * an estimate of the {@link skein.rl.telemetry.LostSteps}. A
 * {@link skein.rl.telemetry.TrainingListener} hears of each single update. A run without telemetry
 * has none of these objects, and so pays nothing.
 */
package skein.rl.telemetry;
