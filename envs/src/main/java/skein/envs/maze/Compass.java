package skein.envs.maze;

/** The four directions: 0 north, 1 east, 2 south, 3 west. */
final class Compass {
    static final int DIRECTIONS = 4;
    static final int NORTH = 0;
    static final int EAST = 1;
    static final int SOUTH = 2;
    static final int WEST = 3;

    private Compass() {
    }

    /** {@return how much the number of a cell grows on the way to its neighbor in a direction} */
    static int step(int direction, int size) {
        return switch (direction) {
            case NORTH -> -size;
            case EAST -> 1;
            case SOUTH -> size;
            case WEST -> -1;
            default -> throw new IllegalArgumentException(
                    "Direction " + direction + " is not one of 0 .. 3.");
        };
    }
}
