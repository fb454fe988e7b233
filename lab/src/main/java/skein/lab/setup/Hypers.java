package skein.lab.setup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import skein.envs.Nearest;
import skein.lab.error.UserError;

/** An algorithm's record of settings, as names and numbers: for options and for config.json. */
public final class Hypers {
    /** Which settings have options of their own. */
    private static final Set<String> OPTIONS = Set.of("tMax", "gamma", "beta", "valueCoefficient",
            "maxNorm", "eta", "rewardScale");
    private static final Pattern OPTION = Pattern.compile("^--(?:set )?([a-z-]+)");
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z])[A-Z]");

    private Hypers() {
    }

    /** The components by name, in their order; whole numbers stay whole. */
    static Map<String, Number> toMap(Record hyper) {
        Map<String, Number> map = new LinkedHashMap<>();
        for (RecordComponent component : hyper.getClass().getRecordComponents()) {
            try {
                map.put(component.getName(), (Number) component.getAccessor().invoke(hyper));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError("a public record has public accessors", e);
            }
        }
        return map;
    }

    /**
     * {@return some values in the place of others; a new map}
     *
     * @param algorithm its name
     * @param values    of all its settings
     * @param chosen    in their place
     * @throws UserError if the algorithm has no setting of such a name
     */
    public static Map<String, Number> changed(String algorithm, Map<String, Number> values,
                                              Map<String, Number> chosen) {
        Map<String, Number> changed = new LinkedHashMap<>(values);
        chosen.forEach((name, value) -> {
            if (changed.replace(name, value) == null) {
                throw new UserError(algorithm + " has no setting " + name + ". It has "
                        + String.join(", ", changed.keySet()) + ".");
            }
        });
        return changed;
    }

    /**
     * {@return for example tMax 20 · gamma 0.99}
     *
     * @param values by name
     */
    public static String text(Map<String, Number> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().toString().replaceAll("\\.0$", ""))
                .collect(Collectors.joining(" · "));
    }

    /**
     * The record of these values.
     *
     * @throws UserError if one is missing, unknown, or refused by the record
     */
    static <R extends Record> R of(Class<R> type, Map<String, ? extends Number> values) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String name : values.keySet()) {
            if (names.contains(name)) continue;
            throw new UserError(Nearest.complaint("setting", name, names));
        }
        Object[] arguments = new Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            arguments[i] = converted(components[i], values.get(names.get(i)));
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new UserError(withOption(refused.getMessage(), names), refused);
            }
            throw new AssertionError(type + " refuses settings with IllegalArgumentException", e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " is public, and has a public constructor", e);
        }
    }

    private static Object converted(RecordComponent component, Number value) {
        String option = option(component.getName());
        if (value == null) throw new UserError(option + " is missing.");
        double number = value.doubleValue();
        if (component.getType() == double.class) return number;
        boolean whole = number == Math.rint(number);
        if (component.getType() == long.class && whole) return value.longValue();
        if (component.getType() == int.class && whole && number == (int) number) {
            return (int) number;
        }
        throw new UserError(option + " must be a whole number below 2 billion, but got " + value
                + ".");
    }

    /** The sentence begins with a component's name; the user knows it as an option. */
    private static String withOption(String sentence, List<String> names) {
        String first = sentence.split(" ", 2)[0];
        return names.contains(first) ? option(first) + sentence.substring(first.length())
                : sentence;
    }

    /** How train is asked for it: tMax is --t-max, capacity --set capacity. */
    static String option(String component) {
        return (OPTIONS.contains(component) ? "--" : "--set ") + dashed(component);
    }

    /**
     * {@return how a setting is called on the command line: tMax is t-max}
     *
     * @param component its name in a record
     */
    public static String dashed(String component) {
        return INNER_CAPITAL.matcher(component)
                .replaceAll(capital -> "-" + capital.group().toLowerCase(Locale.ROOT));
    }

    /**
     * {@return a sentence about a setting, called as in config.json: not --t-max must be, or
     * --set t-max must be, but tMax must be}
     *
     * @param sentence begins with its option, or is of something else
     */
    public static String asInFile(String sentence) {
        return OPTION.matcher(sentence).replaceFirst(option -> component(option.group(1)));
    }

    /**
     * {@return the component of an option: --t-max, or t-max, is tMax}
     *
     * @param option with or without its dashes
     */
    public static String component(String option) {
        StringBuilder name = new StringBuilder();
        boolean upper = false;
        for (char c : option.replaceFirst("^--", "").toCharArray()) {
            if (c != '-') name.append(upper ? Character.toUpperCase(c) : c);
            upper = c == '-';
        }
        return name.toString();
    }
}
