/**
 * Returns and advantages: what the rewards of a segment were worth, and how much more than was
 * expected. {@link skein.rl.returns.Returns} first, the sum of Algorithms S2 and S3; then
 * {@link skein.rl.returns.Gae}, which weighs sums of all lengths, and
 * {@link skein.rl.returns.QTargets}, one step of each transition of a replay.
 */
package skein.rl.returns;
