package skein.lab.play;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;

/** Keys for numbered actions: by their names where a key is known to mean them, or by number. */
final class Buttons implements Controls {
    private static final List<String> LEFT = List.of("left", "west", "turn left");
    private static final List<String> RIGHT = List.of("right", "east", "turn right");
    private static final List<String> UP = List.of("up", "north", "forward");
    private static final List<String> DOWN = List.of("down", "south", "back");

    /** Which action a key means: the first of these that the world has. */
    private static final Map<String, List<String>> MEANINGS = Map.ofEntries(
            Map.entry("left", LEFT), Map.entry("right", RIGHT),
            Map.entry("up", UP), Map.entry("down", DOWN),
            Map.entry("a", List.of("strafe left", "left", "west")),
            Map.entry("d", List.of("strafe right", "right", "east")),
            Map.entry("w", UP), Map.entry("s", DOWN),
            Map.entry("space", List.of("fire", "none")), Map.entry(".", List.of("none")));
    private static final List<String> ORDER =
            List.of("left", "right", "up", "down", "w", "a", "s", "d", "space", ".");
    private static final int MOST_DIGITS = 10;

    private final Environment env;
    private final List<String> names;
    private final Map<String, Integer> actions = new LinkedHashMap<>();
    private int last;                                        // if nothing is pressed

    Buttons(Environment env, Discrete space) {
        this.env = env;
        names = env.actionNames();
        for (String key : ORDER) {
            MEANINGS.get(key).stream().filter(names::contains).findFirst()
                    .ifPresent(name -> actions.put(key, names.indexOf(name)));
        }
        for (int a = 0; a < Math.min(space.n(), MOST_DIGITS); a++) {
            actions.put(String.valueOf(a), a);
        }
        last = Math.max(0, names.indexOf("none"));
    }

    @Override public String meaning(String key) {
        Integer action = actions.get(key);
        return action == null ? null : names.get(action);
    }

    @Override public Step step(String key) {
        int action = actions.get(key);
        if (!names.contains("none")) last = action;
        return env.step(action);
    }

    @Override public Step idle() {
        return env.step(last);
    }

    @Override public String help() {
        StringBuilder help = new StringBuilder("Keys:");
        for (int a = 0; a < names.size(); a++) {
            int action = a;
            List<String> keys = actions.keySet().stream()
                    .filter(key -> actions.get(key) == action).toList();
            if (!keys.isEmpty()) {
                help.append(' ').append(names.get(a)).append(" = ")
                        .append(String.join(" ", keys)).append(',');
            }
        }
        return help + " quit = q";
    }
}
