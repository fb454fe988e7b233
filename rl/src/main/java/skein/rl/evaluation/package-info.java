/**
 * How good a policy is, found out in a world of its own, apart from training:
 * {@link skein.rl.evaluation.Evaluation}.
 */
package skein.rl.evaluation;
