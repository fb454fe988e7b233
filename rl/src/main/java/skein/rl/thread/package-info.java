/**
 * Threads and what they share besides θ. {@link skein.rl.thread.StepCounter} is T;
 * {@link skein.rl.thread.ActorLearners} starts the threads and waits for them;
 * {@link skein.rl.thread.Schedule} says when each may go on.
 */
package skein.rl.thread;
