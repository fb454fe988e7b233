package skein.lab.play;

import java.util.Locale;
import skein.envs.Box;
import skein.envs.Environment;
import skein.envs.Step;

/**
 * Keys for actions that are numbers, such as a torque: each key moves a lever, which stays where
 * it is, and one step goes by. Left and right move the first, down and up the second.
 */
final class Levers implements Controls {
    private static final int NOTCHES = 8;                    // from the lowest to the highest

    private final Environment env;
    private final Box space;
    private final float[] action;

    Levers(Environment env, Box space) {
        this.env = env;
        this.space = space;
        action = new float[space.size()];
        release();
    }

    /** All to 0, or to what is nearest to it. */
    private void release() {
        for (int i = 0; i < action.length; i++) set(i, 0);
    }

    private void set(int i, float value) {
        action[i] = Math.max(space.low()[i], Math.min(space.high()[i], value));
    }

    private void move(int i, int notches) {
        float range = space.high()[i] - space.low()[i];
        set(i, action[i] + notches * (Float.isInfinite(range) ? 1 : range / NOTCHES));
    }

    @Override public String meaning(String key) {
        return switch (key) {
            case "left", "a", "right", "d", "space", ".", "0" -> text();
            case "up", "w", "down", "s" -> action.length > 1 ? text() : null;
            default -> null;
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < action.length; i++) {
            text.append(String.format(Locale.ROOT, "%s%s %+.2f", i == 0 ? "" : ", ",
                    env.actionNames().get(i), action[i]));
        }
        return text.toString();
    }

    @Override public Step step(String key) {
        switch (key) {
            case "left", "a" -> move(0, -1);
            case "right", "d" -> move(0, 1);
            case "down", "s" -> move(1, -1);
            case "up", "w" -> move(1, 1);
            case "0" -> release();
            default -> { }                                   // space and the point: as it is
        }
        return env.step(action);
    }

    @Override public Step idle() {
        return env.step(action);
    }

    @Override public String help() {
        String first = env.actionNames().get(0);
        String second = action.length < 2 ? ""
                : " " + env.actionNames().get(1) + " = down s / up w,";
        return "Keys: less or more " + first + " = left a / right d," + second
                + " none = 0, as it is = space ., quit = q";
    }
}
