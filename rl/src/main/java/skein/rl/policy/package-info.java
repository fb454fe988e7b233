/**
 * Policies: how an action is chosen from what the network says.
 * {@link skein.rl.policy.Categorical}, {@link skein.rl.policy.EpsilonGreedy} and
 * {@link skein.rl.policy.Gaussian} draw one; an {@link skein.rl.policy.Agent} is a trained network
 * that acts by one of them.
 */
package skein.rl.policy;
