package skein.envs.games;

import java.util.List;

/** Which of the six actions of an arcade game an agent may choose from. */
public enum ActionSet {
    /**
     * All six: 0 none, 1 left, 2 up, 3 right, 4 down, 5 fire. Those that mean nothing in a game do
     * nothing there.
     */
    FULL,
    /** Those that mean something in the game, in the same order, counted from 0. */
    MINIMAL;

    static final int NONE = 0;
    static final int LEFT = 1;
    static final int UP = 2;
    static final int RIGHT = 3;
    static final int DOWN = 4;
    static final int FIRE = 5;

    private static final int[] ALL = {NONE, LEFT, UP, RIGHT, DOWN, FIRE};

    private static final List<String> NAMES =
            List.of("none", "left", "up", "right", "down", "fire");

    static String nameOf(int action) {
        return NAMES.get(action);
    }

    /** {@return which of the six each of the agent's actions is} */
    int[] actions(int... meaningful) {
        return this == FULL ? ALL : meaningful;
    }
}
