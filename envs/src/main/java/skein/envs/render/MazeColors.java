package skein.envs.render;

/** The colors of a maze's cells in a terminal. */
final class MazeColors {
    private static final int WALL = 0x5F6F87;
    private static final int UNSEEN = 0x303030;
    private static final int FLOOR = 0x000000;
    private static final int WHITE = 0xFFFFFF;

    private MazeColors() {
    }

    /** {@return the two characters of a cell in color} */
    static String of(String cell) {
        return switch (cell) {
            case "  " -> cell;
            case "##" -> Ansi.on(WALL, WALL, cell);
            case "::" -> Ansi.on(WALL, UNSEEN, cell);
            case "**" -> Ansi.on(WHITE, 0x008700, cell);
            case "kk" -> Ansi.on(FLOOR, 0xFFD700, cell);
            case "[]" -> Ansi.on(WHITE, 0x875F00, cell);
            case "@@" -> Ansi.on(FLOOR, 0x5FD7FF, cell);
            case "()" -> Ansi.colored(0xFF5F5F, cell);
            default -> walker(cell);
        };
    }

    /** {@return whoever walks there, in color} */
    static String walker(String cell) {
        return Ansi.on(WHITE, 0x005FD7, cell);
    }
}
