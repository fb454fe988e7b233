package skein.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A recorded play of a MinAtar game: resets and steps, the random numbers drawn in each. */
public final class MinAtarTrace {
    /** The action of a moment that is a reset. */
    public static final int RESET = -1;

    private static final int CELLS = 100;

    /**
     * A number that the game drew.
     *
     * @param bound n of an integer 0 .. n − 1; 0 for a real number
     * @param value what it got
     */
    public record Draw(int bound, double value) {
        private static Draw of(String[] words) throws IOException {
            return switch (words[1]) {
                case "real" -> new Draw(0, Double.parseDouble(words[2]));
                case "int" -> new Draw(Integer.parseInt(words[2]), Integer.parseInt(words[3]));
                default -> throw new IOException("unexpected draw: " + String.join(" ", words));
            };
        }
    }

    /**
     * A reset or a step.
     *
     * @param action   0 .. 5, or RESET
     * @param reward   what the step paid
     * @param terminal whether it ended the episode
     * @param draws    what it drew, in this order
     * @param planes   what is seen after it, a word of 25 hexadecimal digits for each channel
     */
    public record Moment(int action, int reward, boolean terminal, List<Draw> draws,
                         List<String> planes) {
        private Moment(int action, int reward, boolean terminal) {
            this(action, reward, terminal, new ArrayList<>(), new ArrayList<>());
        }

        private static Moment of(String[] words) {
            return new Moment(Integer.parseInt(words[1]), Integer.parseInt(words[2]),
                    words[3].equals("1"));
        }

        /** {@return the observation [C, 10, 10] after it; a new array} */
        public float[] observation() {
            float[] result = new float[planes.size() * CELLS];
            for (int i = 0; i < result.length; i++) {
                int cell = i % CELLS;
                int digit = Character.digit(planes.get(i / CELLS).charAt(cell / 4), 16);
                result[i] = digit >> 3 - cell % 4 & 1;
            }
            return result;
        }
    }

    private final String name;
    private final Map<String, String> metas = new HashMap<>();
    private final List<Moment> moments = new ArrayList<>();

    private MinAtarTrace(String name) {
        this.name = name;
    }

    /**
     * {@return all traces of a file, in its order}
     *
     * @param file the file's name, e.g. {@code "minatar-breakout-long.ref.gz"}
     */
    public static List<MinAtarTrace> load(String file) {
        InputStream raw = MinAtarTrace.class.getResourceAsStream(file);
        if (raw == null) throw new IllegalArgumentException("there is no " + file);
        try (raw; InputStream stream = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return read(new BufferedReader(
                    new InputStreamReader(stream, StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<MinAtarTrace> read(BufferedReader in) throws IOException {
        List<MinAtarTrace> traces = new ArrayList<>();
        MinAtarTrace current = null;
        Moment moment = null;
        for (String line; (line = in.readLine()) != null;) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            String[] words = line.split(" ");
            switch (words[0]) {
                case "case" -> traces.add(current = new MinAtarTrace(words[1]));
                case "meta" -> current.metas.put(words[1], line.split(" ", 3)[2]);
                case "reset" -> current.moments.add(moment = new Moment(RESET, 0, false));
                case "step" -> current.moments.add(moment = Moment.of(words));
                case "draw" -> moment.draws.add(Draw.of(words));
                case "obs" -> moment.planes.addAll(Arrays.asList(words).subList(1, words.length));
                default -> throw new IOException("unexpected line: " + line);
            }
        }
        return traces;
    }

    /**
     * {@return a setting's text}
     *
     * @param key its name, e.g. {@code "game"}
     */
    public String meta(String key) {
        String value = metas.get(key);
        if (value == null) throw new IllegalArgumentException(name + " has no meta " + key);
        return value;
    }

    /** {@return its resets and steps, in their order} */
    public List<Moment> moments() {
        return moments;
    }

    /** {@return the trace's name} */
    @Override public String toString() {
        return name;
    }
}
