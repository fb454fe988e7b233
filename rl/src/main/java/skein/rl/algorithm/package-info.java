/**
 * The learning rules, one file each, to be held next to the paper's pseudocode. Everything that is
 * not the rule is in the other packages; this is the only one that sees them all.
 */
package skein.rl.algorithm;
