/**
 * What a learner remembers until it has learned from it.
 *
 * <p>{@link skein.rl.memory.Rollout} is a segment of one world, and
 * {@link skein.rl.memory.ContinuousRollout} one whose actions are vectors.
 * {@link skein.rl.memory.Rollouts} are segments of N worlds side by side; the
 * {@link skein.rl.memory.Samples} in them are what can be learned from in any order, all at once or
 * in {@link skein.rl.memory.Minibatches}. {@link skein.rl.memory.Replay} is the last hundred
 * thousands of steps, to learn from again and again, a {@link skein.rl.memory.Minibatch} at a time:
 * {@link skein.rl.memory.UniformReplay} draws all alike, {@link skein.rl.memory.PrioritizedReplay}
 * by their errors.
 */
package skein.rl.memory;
