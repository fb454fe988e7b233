package skein.lab.train;

import java.util.Locale;

/** The state of a run in words. */
public final class StatusText {
    private static final double SMALL = 10;

    private StatusText() {}

    /** For example: T 120,000 · 118,204 steps/s · 804 episodes · return 243.1 · ... */
    static String longForm(LiveLine.Status s) {
        return String.join(" · ", format("T %,d", s.steps()),
                real("%,.0f", s.stepsPerSecond()) + " steps/s",
                format("%,d episodes", s.episodes()),
                "return " + amount(s.meanReturn100()),
                "entropy " + real("%.3f", s.entropy()),
                "η " + rate(s.eta()));
    }

    /** For example: T 120,000 · 118,204/s · 804 ep · R 243.1 · H 0.54 · η 4.1e-4 */
    static String shortForm(LiveLine.Status s) {
        return String.join(" · ", format("T %,d", s.steps()),
                real("%,.0f", s.stepsPerSecond()) + "/s",
                format("%,d ep", s.episodes()),
                "R " + amount(s.meanReturn100()),
                "H " + real("%.2f", s.entropy()),
                "η " + rate(s.eta()));
    }

    /**
     * {@return what an episode earned, for example 243.1, or 0.87}
     *
     * @param value a return; NaN if it is not known
     */
    public static String amount(double value) {
        return real(Math.abs(value) < SMALL ? "%,.2f" : "%,.1f", value);
    }

    private static String real(String format, double value) {
        return Double.isFinite(value) ? format(format, value) : "–";
    }

    private static String rate(double eta) {
        return eta == 0 ? "0" : real("%.1e", eta).replace("e-0", "e-");
    }

    private static String format(String format, Object value) {
        return String.format(Locale.ROOT, format, value);
    }
}
