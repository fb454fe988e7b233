package skein.rl.algorithm;

/** What settings are refused for, in a sentence that begins with the setting's name. */
final class Require {
    private Require() {
    }

    /** What every learner has. */
    static void common(double gamma, double maxNorm, double eta) {
        fraction("gamma", gamma);
        positive("maxNorm", maxNorm);
        notNegative("eta", eta);
    }

    static void atLeastOne(String name, long value) {
        atLeast(name, 1, value);
    }

    static void atLeast(String name, long least, long value) {
        if (value < least) refuse(name, "at least " + least, value);
    }

    static void fraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) refuse(name, "in [0, 1]", value);
    }

    static void notNegative(String name, double value) {
        if (!(value >= 0 && value < Float.POSITIVE_INFINITY)) refuse(name, "a number >= 0", value);
    }

    /** Infinity is allowed. */
    static void positive(String name, double value) {
        if (!(value > 0)) refuse(name, "> 0", value);
    }

    private static void refuse(String name, String what, Object value) {
        throw new IllegalArgumentException(name + " must be " + what + ", but got " + value + ".");
    }
}
