package skein.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import skein.envs.Discrete;
import skein.envs.Nearest;
import skein.envs.World;
import skein.envs.Worlds;
import skein.tensor.Kernels;

/**
 * What a program was given, by the names in its usage, for example {@code "Soak [MINUTES=60]
 * [THREADS=16] [WORLD=breakout]"}: its name, and each argument in its place, in brackets with what
 * it is if it is not given. What makes no sense is {@link Refused}.
 */
final class Arguments {
    static final int MOST = 1_000_000;                       // of rounds, weights, ...
    static final int MOST_THREADS = 1024;
    static final int MOST_SEGMENT = 10_000;                  // t_max
    static final long MOST_STEPS = 1_000_000_000_000L;
    private static final int USER_ERROR = 2;

    /** Something that the user can put right; its message is the sentence to print. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String sentence) {
            super(sentence);
        }
    }

    /** What a program does; an exception other than {@link Refused} is a defect. */
    interface Program<X extends Exception> {
        void run(Arguments given) throws X;
    }

    private final String usage;
    private final Map<String, String> values = new HashMap<>();      // by name

    /** Counts them. */
    Arguments(String usage, String... given) {
        this.usage = usage;
        String[] places = usage.split(" ");                  // the first is the program's name
        if (given.length >= places.length) {
            throw refused("There is no place for \"" + given[places.length - 1] + "\".");
        }
        for (int i = 1; i < places.length; i++) {
            String[] place = places[i].replaceAll("[\\[\\]]", "").split("=");
            if (i > given.length && place.length == 1) throw refused(place[0] + " is missing.");
            values.put(place[0], i <= given.length ? given[i - 1] : place[1]);
        }
    }

    /** Runs a program; where it refuses, prints the sentence and ends with exit code 2. */
    static <X extends Exception> void run(String usage, String[] args, Program<X> program)
            throws X {
        try {
            Arguments given = new Arguments(usage, args);
            given.checkKernels();
            program.run(given);
        } catch (Refused e) {
            System.err.println(e.getMessage());
            System.exit(USER_ERROR);
        }
    }

    private void checkKernels() {
        try {
            Kernels.create();                                // as -Dskein.kernels asks for
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new Refused(e.getMessage());
        }
    }

    private Refused refused(String sentence) {
        return new Refused(sentence + System.lineSeparator() + "Usage: " + usage);
    }

    private Refused mustBe(String name, String what) {
        return refused(name + " must be " + what + ", but got \"" + text(name) + "\".");
    }

    /** {@return it as it was given} */
    String text(String name) {
        return values.get(name);
    }

    /** {@return a whole number in 1 .. most} */
    int whole(String name, int most) {
        return (int) whole(name, "a whole number", text(name), most);
    }

    /** {@return steps of a run} */
    long steps(String name) {
        return whole(name, "a whole number", text(name), MOST_STEPS);
    }

    /** {@return whole numbers in 1 .. most, which commas separate} */
    int[] wholes(String name, int most) {
        return Stream.of(text(name).split(",", -1))
                .mapToInt(n -> (int) whole(name, "whole numbers, each", n, most)).toArray();
    }

    private long whole(String name, String what, String digits, long most) {
        long n = digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
        if (n >= 1 && n <= most) return n;
        throw mustBe(name, what + " from 1 to " + most);
    }

    /** {@return a number > 0} */
    double positive(String name) {
        String text = text(name);
        double x = text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?") ? Double.parseDouble(text) : 0;
        if (x > 0) return x;
        throw mustBe(name, "a number > 0, such as 60 or 0.5");
    }

    /** {@return one of these words} */
    String oneOf(String name, List<String> known) {
        if (known.contains(text(name))) return text(name);
        throw refused(Nearest.complaint(name.toLowerCase(Locale.ROOT), text(name), known));
    }

    /** {@return the world of this name, which has numbered actions} */
    World world(String name) {
        World world = named(text(name));
        if (world.make().actionSpace() instanceof Discrete) return world;
        throw mustBe(name, "a world with numbered actions, such as cartpole");
    }

    /** {@return the worlds of these names, of any actions, which commas separate; or all} */
    List<World> worlds(String name) {
        if (text(name).equals("all")) return Worlds.all();
        return Stream.of(text(name).split(",", -1)).map(this::named).toList();
    }

    private World named(String world) {
        try {
            return Worlds.named(world);
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
    }

    /** {@return a folder that is there} */
    Path folder(String name) {
        Path folder = Path.of(text(name));
        if (Files.isDirectory(folder)) return folder;
        throw mustBe(name, "a folder that is there");
    }

    /** {@return a file that can be made, or made anew} */
    Path file(String name) {
        Path file = Path.of(text(name));
        Path folder = file.toAbsolutePath().getParent();
        boolean writable = Files.exists(file) ? Files.isRegularFile(file) && Files.isWritable(file)
                : Files.isDirectory(folder) && Files.isWritable(folder);
        if (writable) return file;
        throw mustBe(name, "a file that can be written, in a folder that is there");
    }
}
