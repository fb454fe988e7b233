/**
 * One learner, explained pseudocode line by pseudocode line.
 *
 * <p>{@link skein.lab.trace.TracedRun} is a training that somebody watches through a {@code Probe},
 * of which the learner knows nothing. {@link skein.lab.trace.Traces} says who explains which
 * algorithm: {@code OneStepTrace}, {@code NStepTrace}, {@code ActorCriticTrace}, which print a
 * {@code TracePage}. {@link skein.lab.trace.ActorCriticLines} explains A3C once more, in the order
 * of execution, for notebooks to go through. A {@code Segment} is what the last three see between
 * two updates, and a {@code Change} what becomes of θ.
 */
package skein.lab.trace;
