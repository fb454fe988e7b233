/**
 * What a learner remembers of its last steps until it has learned from them.
 *
 * <p>{@link skein.rl.memory.Rollout} is a segment of one world. {@link skein.rl.memory.Rollouts}
 * are segments of N worlds side by side; the {@link skein.rl.memory.Samples} in them are what can
 * be learned from in any order, all at once or in {@link skein.rl.memory.Minibatches}.
 */
package skein.rl.memory;
