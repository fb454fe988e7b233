/** How good a policy is, found out in a world of its own, apart from training. */
package skein.rl.evaluation;
