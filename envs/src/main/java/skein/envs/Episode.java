package skein.envs;

/**
 * What an episode came to.
 *
 * @param totalReward the plain sum of its rewards, not discounted
 * @param length      its number of steps, at least 1
 * @param truncated   whether the clock ended it, and not the world
 */
public record Episode(double totalReward, int length, boolean truncated) {
}
