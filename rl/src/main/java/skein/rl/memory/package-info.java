/**
 * What a learner remembers until it has learned from it.
 *
 * <p>{@link skein.rl.memory.Rollout} is a segment of one world. {@link skein.rl.memory.Rollouts}
 * are segments of N worlds side by side; the {@link skein.rl.memory.Samples} in them are what can
 * be learned from in any order, all at once or in {@link skein.rl.memory.Minibatches}.
 * {@link skein.rl.memory.Replay} is the last hundred thousands of steps, to learn from again and
 * again.
 */
package skein.rl.memory;
