/**
 * Networks: what an observation is turned into. {@link skein.rl.network.ActorCriticNetwork} is the
 * definition, {@link skein.rl.network.ActorCritic} is it at work, on one thread's parameters.
 */
package skein.rl.network;
