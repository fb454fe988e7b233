package skein.lab.setup;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import skein.envs.World;
import skein.lab.error.UserError;

/** How many observations a replay keeps, and whether there is room for them. */
public final class ReplayRoom {
    private static final long USUAL_FLOATS = 1L << 28;       // 1 GiB: 9,510 of [4, 84, 84]
    private static final double LONGEST_ARRAY = 4.0 * (Integer.MAX_VALUE - 8);
    private static final double GIB = 1L << 30;

    private ReplayRoom() {
    }

    /** An algorithm's settings with as many observations of this world as take up 1 GiB. */
    static Map<String, Number> fitted(Map<String, Number> hyper, World world) {
        Map<String, Number> fitted = new LinkedHashMap<>(hyper);
        long most = USUAL_FLOATS / size(world);
        fitted.computeIfPresent("capacity", (name, value) -> Math.min(value.longValue(), most));
        return fitted;
    }

    /**
     * Looks whether this JVM has room for a run's replay; another one may have.
     *
     * @param settings of the run
     * @throws UserError if it has not
     */
    public static void check(Settings settings) {
        Number capacity = settings.hyper().get("capacity");
        if (capacity == null) return;
        double needed = 4.0 * capacity.doubleValue() * size(settings.findWorld());
        double most = Math.min(LONGEST_ARRAY, Runtime.getRuntime().maxMemory());
        if (needed < most) return;
        throw new UserError(String.format(Locale.ROOT, "--set capacity=%d needs %.1f GiB for "
                + "observations of %s, but there is room for %.1f. Choose a smaller one%s.",
                capacity.longValue(), needed / GIB, settings.world(), most / GIB,
                needed > LONGEST_ARRAY ? "" : ", or give Java more memory: export "
                + "JAVA_TOOL_OPTIONS=-Xmx" + (int) (needed / GIB + 2) + "g"));
    }

    private static int size(World world) {
        return world.make().observationSpace().size();
    }
}
