package skein.nn;

/** What all optimizers refuse. */
final class Checks {
    private Checks() {
    }

    /** Of a running average, checked as a float: as that it is used. */
    static float decay(String name, double value) {
        float decay = (float) value;
        if (decay >= 0 && decay < 1) return decay;
        throw new IllegalArgumentException(name + " must be in [0, 1), but got " + value + ".");
    }

    static float positive(String name, double value) {
        float number = (float) value;
        if (number > 0 && number < Float.POSITIVE_INFINITY) return number;
        throw new IllegalArgumentException(name + " must be a number > 0, but got " + value + ".");
    }

    /** Where learner i of so many begins its way round θ: see {@link SharedRmsProp}. */
    static int start(Parameters theta, int i, int of) {
        if (i >= 0 && i < of) return (int) ((long) theta.size() * i / of);
        throw new IllegalArgumentException("There is no learner " + i + " of " + of + ".");
    }

    static void update(Parameters theta, Parameters dTheta, double eta) {
        theta.checkSameLayout(dTheta);
        if (!(eta >= 0)) {
            throw new IllegalArgumentException("eta must be >= 0, but got " + eta + ".");
        }
    }
}
