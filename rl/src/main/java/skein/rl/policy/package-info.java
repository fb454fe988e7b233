/**
 * Policies: how an action is chosen from what the network says.
 * {@link skein.rl.policy.Categorical}, {@link skein.rl.policy.EpsilonGreedy} and
 * {@link skein.rl.policy.Gaussian} draw one; {@link skein.rl.policy.ExplorationSchedule} is a
 * thread's ε. An {@link skein.rl.policy.Agent} is a trained network that acts by one of them:
 * {@link skein.rl.policy.ActorCriticAgent}, {@link skein.rl.policy.QAgent},
 * {@link skein.rl.policy.GaussianAgent}.
 */
package skein.rl.policy;
