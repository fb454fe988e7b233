/**
 * Losses: what the gradient is taken of.
 *
 * <p>Read in this order:
 * <ol>
 * <li>{@link skein.rl.loss.QLoss}: the error of Q, of one step or of a segment;
 * <li>{@link skein.rl.loss.ActorCriticLoss}: policy, entropy and value, as A3C has them, and
 *     {@link skein.rl.loss.GaussianLoss}, the same for a Gaussian policy;
 * <li>{@link skein.rl.loss.AdvantageLoss}: the same as means over a batch, for A2C;
 *     {@link skein.rl.loss.ProximalLoss}, held near the policy that acted, with
 *     {@link skein.rl.loss.KlPenalty}, for PPO;
 * <li>{@link skein.rl.loss.ReplayLoss}: weighted errors of Q, for DQN.
 * </ol>
 *
 * <p>Each keeps {@link skein.rl.loss.LossFigures} of what it last saw, for whoever reports.
 */
package skein.rl.loss;
