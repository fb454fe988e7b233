/**
 * Returns and advantages: what the rewards of a segment were worth, and how much more than was
 * expected.
 */
package skein.rl.returns;
