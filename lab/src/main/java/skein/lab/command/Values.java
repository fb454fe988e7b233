package skein.lab.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and refuses them in words that a user of any language knows. */
final class Values {
    private static final String WHOLE = " is not a whole number of up to %d digits";

    private Values() {
    }

    /** The same command line, which reads by these rules. */
    static CommandLine readBy(CommandLine line) {
        return line.registerConverter(int.class, Values::wholeInt)
                .registerConverter(Integer.class, Values::wholeInt)
                .registerConverter(long.class, Values::wholeLong)
                .registerConverter(Long.class, Values::wholeLong)
                .registerConverter(Double.class,
                        text -> read(text, Double::valueOf, " is not a number"))
                .registerConverter(Path.class, Values::path);
    }

    private static int wholeInt(String text) {
        return read(text, Integer::valueOf, String.format(Locale.ROOT, WHOLE, 9));
    }

    private static long wholeLong(String text) {
        return read(text, Long::valueOf, String.format(Locale.ROOT, WHOLE, 18));
    }

    private static <N> N read(String text, Function<String, N> reader, String refusal) {
        try {
            return reader.apply(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "'" + refusal);
        }
    }

    /** An empty one would be the working directory. */
    private static Path path(String text) {
        if (text.isEmpty()) throw new TypeConversionException("it is empty, and names no file");
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("'" + text + "' cannot be the name of a file here: "
                    + e.getReason());
        }
    }
}
