package skein.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** One recorded case: named settings, and named tensors in double precision. */
public final class ReferenceCase {
    /**
     * A recorded tensor.
     *
     * @param dims   the extents, empty for a single value
     * @param values the elements, row-major; as many as the product of the extents
     */
    public record Values(int[] dims, double[] values) {
        /** {@return the elements rounded to float} */
        public float[] floats() {
            float[] result = new float[values.length];
            for (int i = 0; i < result.length; i++) result[i] = (float) values[i];
            return result;
        }

        /** {@return the elements as integers, for actions and flags} */
        public int[] ints() {
            int[] result = new int[values.length];
            for (int i = 0; i < result.length; i++) result[i] = Math.toIntExact((long) values[i]);
            return result;
        }
    }

    private final String name;
    private final Map<String, String> metas = new LinkedHashMap<>();
    private final Map<String, Values> tensors = new LinkedHashMap<>();

    private ReferenceCase(String name) {
        this.name = name;
    }

    /**
     * {@return all cases of a file, in its order}
     *
     * @param file the file's name without {@code .ref}, e.g. {@code "ops-softmax"}
     */
    public static List<ReferenceCase> load(String file) {
        InputStream stream = ReferenceCase.class.getResourceAsStream(file + ".ref");
        if (stream == null) throw new IllegalArgumentException("there is no " + file + ".ref");
        try (var in = new BufferedReader(new InputStreamReader(stream,
                StandardCharsets.US_ASCII))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ".ref", e);
        }
    }

    private static List<ReferenceCase> read(BufferedReader in) throws IOException {
        List<ReferenceCase> cases = new ArrayList<>();
        ReferenceCase current = null;
        for (String line; (line = in.readLine()) != null;) {
            if (line.isEmpty() || line.startsWith("#")) continue;
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "case" -> cases.add(current = new ReferenceCase(words[1]));
                case "meta" -> current.metas.put(words[1], words.length > 2 ? words[2] : "");
                case "tensor" -> current.tensors.put(words[1],
                        readValues(words.length > 2 ? words[2] : "", in));
                default -> throw new IOException("unexpected line: " + line);
            }
        }
        return cases;
    }

    private static Values readValues(String extents, BufferedReader in) throws IOException {
        StringTokenizer words = new StringTokenizer(extents);
        int[] dims = new int[words.countTokens()];
        int size = 1;
        for (int i = 0; i < dims.length; i++) size *= dims[i] = Integer.parseInt(words.nextToken());
        double[] values = new double[size];
        int n = 0;
        for (String line; !(line = in.readLine()).equals("end");) {
            StringTokenizer row = new StringTokenizer(line);
            while (row.hasMoreTokens()) values[n++] = Double.parseDouble(row.nextToken());
        }
        if (n != size) throw new IOException("expected " + size + " values, found " + n);
        return new Values(dims, values);
    }

    /**
     * {@return whether the case has this setting}
     *
     * @param key its name
     */
    public boolean hasMeta(String key) {
        return metas.containsKey(key);
    }

    /**
     * {@return a setting's text}
     *
     * @param key its name
     */
    public String meta(String key) {
        String value = metas.get(key);
        if (value == null) throw new IllegalArgumentException(name + " has no meta " + key);
        return value;
    }

    /**
     * {@return a setting's number}
     *
     * @param key its name
     */
    public double number(String key) {
        return Double.parseDouble(meta(key));
    }

    /**
     * {@return whether the case has this tensor}
     *
     * @param key its name
     */
    public boolean has(String key) {
        return tensors.containsKey(key);
    }

    /**
     * {@return a tensor}
     *
     * @param key its name
     */
    public Values get(String key) {
        Values values = tensors.get(key);
        if (values == null) throw new IllegalArgumentException(name + " has no tensor " + key);
        return values;
    }

    /**
     * Compares a float32 result with the recorded one, within the tolerance that the file states
     * for it (exactly where it states none).
     *
     * @param key    the recorded tensor's name
     * @param actual the elements to check, row-major; more than recorded are allowed behind them
     * @throws AssertionError naming the case, the tensor, the element and both values
     */
    public void check(String key, float[] actual) {
        double[] expected = get(key).values();
        double tolerance = hasMeta("tol." + key) ? number("tol." + key) : 0;
        if (actual.length < expected.length) {
            throw new AssertionError(name + ": " + key + " has " + expected.length
                    + " elements, but got " + actual.length);
        }
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= tolerance)) {
                throw new AssertionError(name + ": " + key + "[" + i + "] is " + expected[i]
                        + " within " + tolerance + ", but got " + actual[i]);
            }
        }
    }

    /** {@return the case's name} */
    @Override public String toString() {
        return name;
    }
}
