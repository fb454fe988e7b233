package skein.envs;

/**
 * What an action or an observation can be: one of n numbered ones, or an array of floats within
 * bounds.
 */
public sealed interface Space permits Discrete, Box {
}
