/**
 * Networks: what an observation is turned into.
 *
 * <p>A definition is a {@link skein.rl.network.Trunk} with heads:
 * {@link skein.rl.network.ActorCriticNetwork}, {@link skein.rl.network.QNetwork} or
 * {@link skein.rl.network.GaussianNetwork}. It holds no numbers.
 * {@link skein.rl.network.ActorCritic} is a definition at work, on one thread's parameters, and so
 * is {@link skein.rl.network.GaussianActorCritic}.
 */
package skein.rl.network;
