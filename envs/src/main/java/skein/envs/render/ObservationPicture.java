package skein.envs.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import skein.envs.Acrobot;
import skein.envs.BoardGame;
import skein.envs.Box;
import skein.envs.CartPole;
import skein.envs.Environment;
import skein.envs.MountainCar;
import skein.envs.Pendulum;
import skein.envs.maze.GridMaze;

/**
 * Shows what an agent sees, its observation, as a picture, 320 by 320.
 *
 * <ul>
 * <li>[3, H, W] is a picture in color, unless the world is a {@link GridMaze}.
 * <li>[C, H, W] are planes, each drawn by itself from black, the lowest value, to its color.
 * <li>All else is a list of numbers, each with a bar between its bounds. A number without bounds
 *     has a bar of x / (1 + |x|).
 * </ul>
 */
public final class ObservationPicture {
    private static final int LABEL = 18;                   // pixels above a plane
    private static final int GAP = 6;                      // pixels between planes
    private static final int MOST_ROWS = 16;               // numbers that are shown
    private static final Color BACK = new Color(0x26262E);
    private static final Color NAMES = new Color(0xDADADA);

    private static final List<String> STACK =
            List.of("3 steps ago", "2 steps ago", "1 step ago", "now");
    private static final Map<Class<? extends Environment>, List<String>> SYMBOLS = Map.of(
            CartPole.class, List.of("x", "v", "a", "w"),
            Acrobot.class, List.of("cos a1", "sin a1", "cos a2", "sin a2", "w1", "w2"),
            MountainCar.class, List.of("x", "v"),
            Pendulum.class, List.of("cos a", "sin a", "w"));

    private ObservationPicture() {
    }

    /**
     * {@return a picture of an observation; a new one that the caller owns}
     *
     * @param env         the world that it is of, with its wrappers; not modified
     * @param observation what the agent sees; not modified
     */
    public static BufferedImage of(Environment env, float[] observation) {
        int[] shape = env.observationSpace().shape();
        if (shape.length != 3) return numbers(env, observation);
        boolean color = shape[0] == 3 && !(env.unwrapped() instanceof GridMaze);
        return color ? colored(observation, shape) : planes(env, observation, shape);
    }

    private static BufferedImage colored(float[] observation, int[] shape) {
        Canvas canvas = new Canvas(Canvas.SIDE, Canvas.SIDE, BACK);
        draw(canvas, Rgb.picture(observation, shape[2], shape[1]), 0, 0, Canvas.SIDE);
        return canvas.finish();
    }

    /** As large as a square allows. */
    private static void draw(Canvas canvas, BufferedImage picture, int x, int y, int side) {
        double scale = (double) side / Math.max(picture.getWidth(), picture.getHeight());
        int width = (int) Math.round(scale * picture.getWidth());
        int height = (int) Math.round(scale * picture.getHeight());
        boolean smooth = scale < 3 && scale != Math.rint(scale);
        canvas.picture(picture, x + (side - width) / 2, y + (side - height) / 2, width, height,
                smooth);
    }

    private static BufferedImage planes(Environment env, float[] observation, int[] shape) {
        Canvas canvas = new Canvas(Canvas.SIDE, Canvas.SIDE, BACK);
        List<String> names = planeNames(env, shape);
        int columns = (int) Math.ceil(Math.sqrt(shape[0]));
        int rows = (shape[0] + columns - 1) / columns;
        int side = Math.min((Canvas.SIDE - GAP) / columns - GAP,
                (Canvas.SIDE - GAP) / rows - GAP - LABEL);
        int left = (Canvas.SIDE - columns * (side + GAP) + GAP) / 2;
        int top = (Canvas.SIDE - rows * (side + GAP + LABEL) + GAP) / 2;
        boolean board = isBoard(env, shape);
        for (int c = 0; c < shape[0]; c++) {
            int x = left + c % columns * (side + GAP);
            int y = top + c / columns * (side + GAP + LABEL);
            Color color = board ? BoardPicture.color(c) : Color.WHITE;
            canvas.fitted(NAMES, columns > 3 ? 10 : 11, x, y + LABEL - 5, side, names.get(c));
            draw(canvas, Rgb.picture(observation, c, shape[2], shape[1], color.getRGB()),
                    x, y + LABEL, side);
        }
        return canvas.finish();
    }

    /** What the planes are called: channels of a board, things in a maze, or pictures in time. */
    private static List<String> planeNames(Environment env, int[] shape) {
        int n = shape[0];
        if (isBoard(env, shape)) {
            return IntStream.range(0, n).mapToObj(((BoardGame) env.unwrapped())::channelName)
                    .toList();
        }
        if (env.unwrapped() instanceof GridMaze maze) {
            List<String> things = maze.options().key()
                    ? List.of("wall", "goal", "key", "door", "agent")
                    : List.of("wall", "goal", "agent");
            if (n <= things.size()) return things;
        }
        if (env.unwrapped() instanceof BoardGame && n == STACK.size()) return STACK;
        return IntStream.range(0, n).mapToObj(c -> "plane " + c).toList();
    }

    /** Whether the planes are the channels of a board game, and not pictures of it. */
    private static boolean isBoard(Environment env, int[] shape) {
        return env.unwrapped() instanceof BoardGame game && shape[0] == game.channels()
                && shape[1] == BoardGame.HEIGHT && shape[2] == BoardGame.WIDTH;
    }

    private static BufferedImage numbers(Environment env, float[] observation) {
        Canvas canvas = new Canvas(Canvas.SIDE, Canvas.SIDE, Canvas.PAPER);
        Box space = env.observationSpace();
        int n = Math.min(observation.length, MOST_ROWS);
        double row = Math.min(48, (Canvas.SIDE - 20.0) / n);
        double top = (Canvas.SIDE - n * row) / 2;
        List<String> names = numberNames(env, observation.length);
        for (int i = 0; i < n; i++) {
            double y = top + i * row;
            double part = part(observation[i], space.low()[i], space.high()[i]);
            drawBar(canvas, y, row, part);
            int size = row < 24 ? 10 : 13;
            canvas.text(Canvas.INK, size, 12, y + row / 2 + 5, names.get(i));
            canvas.rightAligned(Canvas.INK, size, Canvas.SIDE - 12, y + row / 2 + 5,
                    String.format(Locale.ROOT, "%+.3f", observation[i]));
        }
        return canvas.finish();
    }

    /** The symbols of the world's table, or s[0], s[1], ... if the observation is another one. */
    private static List<String> numberNames(Environment env, int n) {
        List<String> symbols = SYMBOLS.getOrDefault(env.unwrapped().getClass(), List.of());
        if (symbols.size() == n) return symbols;
        return IntStream.range(0, n).mapToObj(i -> "s[" + i + "]").toList();
    }

    /** Where between its bounds a value is, −1 .. 1. */
    private static double part(float value, float low, float high) {
        if (Float.isInfinite(low) || Float.isInfinite(high)) return value / (1 + Math.abs(value));
        return high > low ? 2.0 * (value - low) / ((double) high - low) - 1 : 0;
    }

    private static void drawBar(Canvas canvas, double y, double row, double part) {
        double middle = 150;
        double reach = 90;                                 // pixels to either side
        double thick = 0.5 * row;
        canvas.tile(Canvas.GRID, middle - reach, y + (row - thick) / 2, 2 * reach, thick, 6);
        double length = Math.max(-1, Math.min(1, part)) * reach;
        canvas.block(part < 0 ? Canvas.ORANGE : Canvas.BLUE, Math.min(middle, middle + length),
                y + (row - thick) / 2, Math.abs(length), thick);
        canvas.block(Canvas.INK, middle - 0.75, y + (row - thick) / 2 - 3, 1.5, thick + 6);
    }
}
