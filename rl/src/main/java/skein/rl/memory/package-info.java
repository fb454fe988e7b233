/**
 * What a learner remembers until it has learned from it. {@link skein.rl.memory.Rollout} is its
 * last few steps; {@link skein.rl.memory.Replay} its last hundred thousands, to learn from again
 * and again.
 */
package skein.rl.memory;
