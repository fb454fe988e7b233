/**
 * What a run is made of, from names to an algorithm put together.
 *
 * <p>{@link skein.lab.setup.Settings} is all that a run depends on; what it is unless asked
 * otherwise stands in {@link skein.lab.setup.Algorithms}, the list of all algorithms.
 * {@link skein.lab.setup.Hypers} turns an algorithm's own settings into names and numbers, and back
 * into its record. Then {@link skein.lab.setup.Method}, an algorithm put together, and its
 * implementations, one for each kind of network: {@link skein.lab.setup.ActorCriticMethod},
 * {@link skein.lab.setup.QMethod}, {@code ContinuousMethod}. A {@link skein.rl.telemetry.Learner}
 * is what one thread runs, and {@link skein.lab.setup.Optimizers} by which rule it changes θ.
 * {@link skein.lab.setup.ReplayRoom} sees to it that a replay has room.
 */
package skein.lab.setup;
