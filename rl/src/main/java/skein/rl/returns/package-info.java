/** Returns: what the rewards of a segment were worth. */
package skein.rl.returns;
