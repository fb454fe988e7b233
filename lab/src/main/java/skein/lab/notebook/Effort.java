package skein.lab.notebook;

/**
 * How much a notebook computes: as much as a lesson needs, or, if the environment has
 * {@code SKEIN_FAST=1}, only enough to see that every cell works.
 */
public final class Effort {
    private Effort() {
    }

    /** {@return whether this is no lesson, but a check of the notebooks} */
    public static boolean isFast() {
        return "1".equals(System.getenv("SKEIN_FAST"));
    }

    /**
     * {@return one of two numbers, of steps say}
     *
     * @param lesson for a reader
     * @param fast   for a check
     */
    public static int of(int lesson, int fast) {
        return isFast() ? fast : lesson;
    }
}
