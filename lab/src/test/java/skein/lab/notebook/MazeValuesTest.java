package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import skein.envs.maze.GridMaze;

class MazeValuesTest {
    private static final int CELL = 22;
    private static final int CAPTION = 26;

    private final GridMaze maze = new GridMaze(GridMaze.Options.ofSize(5).fixed(1));

    /** The corner of a cell, where no arrow is. */
    private static int color(BufferedImage picture, int maze, int cell) {
        return picture.getRGB(maze * (5 * CELL + 24) + cell % 5 * CELL + 1,
                CAPTION + cell / 5 * CELL + 1) & 0xFFFFFF;
    }

    @Test void a_cell_is_colored_where_something_is_known_to_be_worth_more_than_nothing() {
        maze.reset(new SplittableRandom(1));
        int goal = maze.goal();
        int wall = 0;
        int floor = maze.agent();
        double[][] nothing = new double[25][4];
        double[][] little = new double[25][4];
        double[][] much = new double[25][4];
        little[floor][2] = 0.1;
        much[floor][2] = 0.9;
        much[wall][0] = 1;
        BufferedImage picture = MazeValues.picture(maze, new String[] {"none", "little", "much"},
                nothing, little, much);
        assertEquals(3 * (5 * CELL + 24), picture.getWidth());
        assertEquals(5 * CELL + CAPTION, picture.getHeight());
        assertEquals(0xF4F4F2, color(picture, 0, floor));
        assertNotEquals(0xF4F4F2, color(picture, 1, floor));
        assertNotEquals(color(picture, 1, floor), color(picture, 2, floor));
        assertEquals(0xE07B00, color(picture, 0, goal));
        assertEquals(0x5B4A3F, color(picture, 2, wall));
    }
}
