package skein.lab.watch;

import java.awt.image.BufferedImage;
import java.util.Locale;
import skein.envs.Environment;
import skein.envs.World;
import skein.envs.render.Choice;
import skein.envs.render.SideBySide;

/**
 * A moment of an episode that is shown.
 *
 * @param world       what is played
 * @param env         one of it, as it is now
 * @param observation what the agent sees, s_t
 * @param choice      what it makes of that
 * @param episode     1, 2, ...
 * @param t           steps of this episode so far
 * @param total       what they paid
 */
public record Moment(World world, Environment env, float[] observation, Choice choice,
                     int episode, int t, double total) {
    String caption() {
        return String.format(Locale.ROOT, "episode %d    t = %-4d    return %s",
                episode, t, number(total));
    }

    /**
     * {@return for example 1, −0.01 or −13.72: whole numbers without a point, others with two
     * digits}
     *
     * @param reward or a sum of them
     */
    public static String number(double reward) {
        return String.format(Locale.ROOT, reward == Math.rint(reward) ? "%.0f" : "%.2f", reward);
    }

    /** {@return what the agent sees, what a person sees, and what the agent makes of it} */
    public BufferedImage picture() {
        return SideBySide.of(world, env, observation, choice, caption());
    }
}
