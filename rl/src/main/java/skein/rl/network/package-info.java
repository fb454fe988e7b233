/**
 * Networks: what an observation is turned into.
 *
 * <p>A definition is a {@link skein.rl.network.Trunk} with heads:
 * {@link skein.rl.network.ActorCriticNetwork}, {@link skein.rl.network.QNetwork} or
 * {@link skein.rl.network.GaussianNetwork}. It holds no numbers.
 * {@link skein.rl.network.ActorCritic}, {@link skein.rl.network.GaussianActorCritic} and
 * {@link skein.rl.network.QValues} are definitions at work, on one thread's parameters or on shared
 * ones; {@link skein.rl.network.BatchedActorCritic} is one at work in many worlds at once. What an
 * LSTM remembers is kept by {@code Memory}, of one world, and {@code Memories}, of many; Q(s, a) is
 * asked of one state at a time, so there a trunk has no LSTM.
 */
package skein.rl.network;
