/** What an actor-learner remembers of its last steps until it has learned from them. */
package skein.rl.memory;
