package skein.lab.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skein.lab.error.UserError;
import skein.lab.setup.Hypers;

/** Settings of an algorithm that a user chose, by options of their own or by {@code --set}. */
final class Chosen {
    private final Map<String, Number> values = new LinkedHashMap<>();

    /**
     * Those of {@code --set}.
     *
     * @param set each as NAME=X; tMax is as good a name as t-max
     * @throws UserError if one is not, or is chosen twice
     */
    Chosen(List<String> set) {
        for (String one : set) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw new UserError("--set must be NAME=X, such as gamma=0.9, but got " + one
                        + ".");
            }
            and(Hypers.component(one.substring(0, equals)), number(one, equals + 1));
        }
    }

    private static Number number(String one, int from) {
        String text = one.substring(from);
        if (text.matches("-?\\d{1,18}")) return Long.valueOf(text);
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new UserError("--set must be NAME=X with a number X, but got " + one + ".", e);
        }
    }

    /**
     * {@return this, with that of an option of its own}
     *
     * @param component its name in the algorithm's record
     * @param value     or null, if it was not chosen
     * @throws UserError if it was chosen before
     */
    Chosen and(String component, Number value) {
        if (value == null) return this;
        Number before = values.put(component, value);
        if (before == null) return this;
        throw new UserError(Hypers.dashed(component) + " is chosen twice, as " + before + " and as "
                + value + ". Choose it once.");
    }

    /**
     * {@return all settings of an algorithm, these among them}
     *
     * @param algorithm its name
     * @param defaults  the others
     * @throws UserError if it has no setting of such a name
     */
    Map<String, Number> in(String algorithm, Map<String, Number> defaults) {
        for (String name : values.keySet()) {
            if (defaults.containsKey(name)) continue;
            throw new UserError(algorithm + " has no setting " + Hypers.dashed(name) + ". It has "
                    + String.join(", ", defaults.keySet().stream().map(Hypers::dashed).toList())
                    + ".");
        }
        return Hypers.changed(algorithm, defaults, values);
    }
}
