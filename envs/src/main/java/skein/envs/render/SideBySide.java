package skein.envs.render;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.World;

/**
 * What the agent sees beside what a person sees, and beneath them what the agent makes of it: the
 * probabilities of its actions, the one it takes, and V.
 *
 * <p>All pictures of one world have the same size.
 */
public final class SideBySide {
    private static final int MARGIN = 16;                  // pixels
    private static final int HEADER = 34;
    private static final int ROW = 22;                     // of an action
    private static final int NAME = 96;                    // pixels for an action's name
    private static final int BAR = 166;

    private SideBySide() {
    }

    /**
     * {@return the picture of one moment; a new one that the caller owns}
     *
     * @param world       what is shown, and how
     * @param env         one of it, after a reset; not modified
     * @param observation what the agent sees of it now; not modified
     * @param choice      what it makes of that
     * @param caption     what else is to be said, one line, such as the return so far
     */
    public static BufferedImage of(World world, Environment env, float[] observation,
            Choice choice, String caption) {
        BufferedImage person = world.picture().frame(env);
        List<String> names = env.actionNames();
        int top = HEADER + Canvas.SIDE + 18;
        int rows = Math.max(3, names.size());
        Canvas canvas = new Canvas(3 * MARGIN + Canvas.SIDE + person.getWidth(),
                top + rows * ROW + MARGIN, Canvas.PAPER);
        int right = 2 * MARGIN + Canvas.SIDE;
        canvas.text(Canvas.GRAY, 13, MARGIN, 22, "what the agent sees");
        canvas.text(Canvas.GRAY, 13, right, 22, "what a person sees");
        put(canvas, ObservationPicture.of(env, observation), MARGIN);
        put(canvas, person, right);
        for (int a = 0; a < names.size(); a++) {
            if (env.actionSpace() instanceof Discrete) {
                drawAction(canvas, top + a * ROW, names.get(a), choice, a);
            } else {
                drawAmount(canvas, top + a * ROW, names.get(a), choice, a);
            }
        }
        canvas.text(Canvas.INK, 14, right, top + 16, world.name());
        canvas.text(Canvas.INK, 14, right, top + ROW + 16, caption);
        if (!Double.isNaN(choice.value())) {
            canvas.text(Canvas.INK, 14, right, top + 2 * ROW + 16,
                    String.format(Locale.ROOT, "V(s) = %.2f", choice.value()));
        }
        return canvas.finish();
    }

    private static void put(Canvas canvas, BufferedImage picture, int x) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        canvas.block(Canvas.GRID, x - 1, HEADER - 1, width + 2, height + 2);
        canvas.picture(picture, x, HEADER, width, height, false);
    }

    /** A torque, say, has no probability. */
    private static void drawAmount(Canvas canvas, double y, String name, Choice choice, int a) {
        canvas.rightAligned(Canvas.INK, 13, MARGIN + NAME - 8, y + 15, name);
        if (a >= choice.amounts().length) return;
        canvas.text(Canvas.INK, 13, MARGIN + NAME, y + 15,
                String.format(Locale.ROOT, "%+.2f", choice.amounts()[a]));
    }

    private static void drawAction(Canvas canvas, double y, String name, Choice choice, int a) {
        boolean taken = a == choice.action();
        double x = MARGIN + NAME;
        canvas.rightAligned(taken ? Canvas.INK : Canvas.GRAY, 13, x - 8, y + 15, name);
        canvas.block(Canvas.GRID, x, y + 3, BAR, ROW - 6);
        canvas.block(taken ? Canvas.ORANGE : Canvas.BLUE, x, y + 3,
                BAR * choice.probability(a), ROW - 6);
        if (choice.probabilities().length > 0) {
            canvas.text(taken ? Canvas.INK : Canvas.GRAY, 13, x + BAR + 8, y + 15,
                    String.format(Locale.ROOT, "%.2f", choice.probability(a)));
        }
    }
}
