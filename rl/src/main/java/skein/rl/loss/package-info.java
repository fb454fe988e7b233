/** Losses: what the gradient is taken of. */
package skein.rl.loss;
