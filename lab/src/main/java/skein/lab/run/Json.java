package skein.lab.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import skein.lab.error.UserError;

/** Reads and writes {@code .json} files for people: indented, nulls shown, no NaN. */
public final class Json {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .setStrictness(Strictness.STRICT)
            .registerTypeAdapter(double.class, new FiniteOrNull())
            .registerTypeAdapter(Double.class, new FiniteOrNull())
            .registerTypeAdapter(Number.class, new BoundOrNull())
            .create();

    private Json() {}

    /**
     * Writes one value: all of it or, after a failure, nothing. An old file is replaced.
     *
     * @param file  where to
     * @param value a record, a map or a list; doubles that are not finite become null
     * @throws UserError if the file cannot be written
     */
    public static void write(Path file, Object value) {
        byte[] text = (GSON.toJson(value) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }

    /**
     * Reads a record.
     *
     * @param <T>  the type of the record
     * @param file where from
     * @param type the record, or Gson's JsonObject to look keys up; a null double becomes NaN
     * @return the record
     * @throws UserError if the file is missing or does not hold such a record
     */
    public static <T> T read(Path file, Class<T> type) {
        try (JsonReader in = GSON.newJsonReader(Files.newBufferedReader(file))) {
            return read(in, type);
        } catch (IOException e) {
            throw UserError.cannotRead(file, e);
        }
    }

    private static <T> T read(JsonReader in, Class<T> type) throws IOException {
        try {
            T value = GSON.fromJson(in, type);
            if (value == null) throw new IOException("it is empty");
            if (in.peek() == JsonToken.END_DOCUMENT) return value;
            throw new MalformedJsonException("more text after the end");
        } catch (JsonParseException | IllegalArgumentException | MalformedJsonException e) {
            throw new IOException("it is not the JSON that is expected, " + place(in), e);
        }
    }

    /** Such as: line 3, at hyper.tMax. Only its text says the line. */
    private static String place(JsonReader in) {
        String line = in.toString().replaceFirst(".* at (line \\d+) .*", "$1");
        String field = in.getPath().replaceAll("^\\$\\.?|\\.$", "");
        return field.isEmpty() ? line : line + ", at " + field;
    }

    /** JSON has no word for NaN and the infinities. */
    private static final class FiniteOrNull extends TypeAdapter<Double> {
        @Override public void write(JsonWriter out, Double value) throws IOException {
            if (value == null || !Double.isFinite(value)) out.nullValue();
            else out.value(value);
        }

        @Override public Double read(JsonReader in) throws IOException {
            if (in.peek() != JsonToken.NULL) return in.nextDouble();
            in.nextNull();
            return Double.NaN;
        }
    }

    /** A setting: null is no bound, infinity. */
    private static final class BoundOrNull extends TypeAdapter<Number> {
        @Override public void write(JsonWriter out, Number value) throws IOException {
            if (value == null || !Double.isFinite(value.doubleValue())) out.nullValue();
            else out.value(value);
        }

        @Override public Number read(JsonReader in) throws IOException {
            if (in.peek() != JsonToken.NULL) return in.nextDouble();
            in.nextNull();
            return Double.POSITIVE_INFINITY;
        }
    }
}
