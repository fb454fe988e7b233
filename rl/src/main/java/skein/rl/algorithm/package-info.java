/**
 * The learning rules, one file each, to be held next to the paper's pseudocode. Everything that is
 * not the rule is in the other packages; this is the only one that sees them all. What every
 * learner has is in {@code ActorLearner}, which does nothing itself.
 */
package skein.rl.algorithm;
