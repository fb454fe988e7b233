/**
 * Threads and what they share besides θ. {@link skein.rl.thread.StepCounter} is T;
 * {@link skein.rl.thread.ActorLearners} starts the threads and waits for them.
 */
package skein.rl.thread;
