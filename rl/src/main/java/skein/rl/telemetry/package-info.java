/**
 * What the learners of a run do, in numbers, while they run.
 *
 * <p>The algorithms do not count: a {@link skein.rl.telemetry.Learner} only says where the figures
 * of its last update are. {@link skein.rl.telemetry.LearnerTelemetry} stands around what a learner
 * is made of and counts what goes by; {@link skein.rl.telemetry.Telemetry} is all of a run; a
 * {@link skein.rl.telemetry.Reading} is what they had counted at one moment. A run without
 * telemetry has none of these objects, and so pays nothing.
 */
package skein.rl.telemetry;
