package skein.bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;
import skein.envs.World;
import skein.envs.Worlds;
import skein.envs.render.ObservationPicture;

/**
 * All worlds on one sheet, each after some steps of random play: what a person sees, and for worlds
 * that are shown to the agent in another way, what the agent sees.
 *
 * <p>Run: {@code java -cp bench/target/benchmarks.jar skein.bench.WorldsSheet docs/worlds.png}.
 */
public final class WorldsSheet {
    private static final long SEED = 24;
    private static final int STEPS = 30;
    private static final int HEIGHT = 320;                   // pixels of a picture
    private static final int WIDTH = 2104;                   // of the sheet
    private static final int GAP = 24;
    private static final int LABEL = 34;
    private static final Color PAPER = Color.WHITE;
    private static final Color INK = new Color(0x333333);

    private record Picture(String label, BufferedImage image) {
    }

    private WorldsSheet() {
    }

    /**
     * Draws the sheet.
     *
     * @param args the file to write
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Arguments.run("WorldsSheet FILE", args, given -> draw(given.file("FILE")));
    }

    private static void draw(Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        List<Picture> pictures = new ArrayList<>();
        for (World world : Worlds.all()) {
            pictures.add(picture(world, new SplittableRandom(SEED + pictures.size())));
        }
        ImageIO.write(sheet(rows(pictures)), "png", file.toFile());
    }

    private static Picture picture(World world, SplittableRandom rng) {
        Environment env = world.make();
        float[] s = env.reset(rng);
        for (int t = 0; t < STEPS; t++) {
            Step step = env.actionSpace() instanceof Box box
                    ? env.step(new float[] {box.high()[0]})
                    : env.step(rng.nextInt(Discrete.of(env.actionSpace()).n()));
            s = step.observation();
            if (step.last()) s = env.reset(rng);
        }
        boolean pixels = world.name().endsWith("-pixels");
        return new Picture(world.name(),
                pixels ? ObservationPicture.of(env, s) : world.picture().frame(env));
    }

    /** From left to right, and on in a new row where there is no room. */
    private static List<List<Picture>> rows(List<Picture> pictures) {
        List<List<Picture>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        int x = GAP;
        for (Picture picture : pictures) {
            int width = picture.image.getWidth() + GAP;
            if (x + width > WIDTH) {
                rows.add(new ArrayList<>());
                x = GAP;
            }
            rows.get(rows.size() - 1).add(picture);
            x += width;
        }
        return rows;
    }

    private static BufferedImage sheet(List<List<Picture>> rows) {
        int height = rows.size() * (HEIGHT + LABEL + GAP) + GAP;
        BufferedImage sheet = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
                RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(PAPER);
        g.fillRect(0, 0, WIDTH, height);
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        for (int row = 0; row < rows.size(); row++) {
            int x = GAP;
            int y = GAP + row * (HEIGHT + LABEL + GAP);
            for (Picture picture : rows.get(row)) {
                g.setColor(INK);
                g.drawString(picture.label, x, y + LABEL - 12);
                g.drawImage(picture.image, x, y + LABEL, null);
                x += picture.image.getWidth() + GAP;
            }
        }
        g.dispose();
        return sheet;
    }
}
