/**
 * The learning rules, one file each, to be held next to the paper's pseudocode. Everything that is
 * not the rule is in the other packages; this is the only one that sees them all.
 *
 * <p>Read in this order, each a small step from the one before; {@code ActorLearner}, what every
 * learner has, does nothing itself:
 * <ol>
 * <li>{@link skein.rl.algorithm.OneStepQ}, {@link skein.rl.algorithm.OneStepSarsa}: Algorithm 1;
 * <li>{@link skein.rl.algorithm.NStepQ}: Algorithm S2;
 * <li>{@link skein.rl.algorithm.A3C}, {@link skein.rl.algorithm.A3CContinuous}: Algorithm S3;
 * <li>{@link skein.rl.algorithm.A2C}, {@link skein.rl.algorithm.PPO}: many worlds in one thread;
 * <li>{@link skein.rl.algorithm.DQN}: replay.
 * </ol>
 */
package skein.rl.algorithm;
