package skein.nn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import skein.tensor.Shape;

/**
 * Which parameters a network has, and where each lies in one flat array: names, shapes, offsets.
 * Layers enter theirs while a network is put together; {@link #zeros} and {@link #initialize} then
 * make as many sets of parameters as are needed, all laid out alike.
 */
public final class Layout {
    /**
     * One named piece of the flat array.
     *
     * @param name        unique in its layout, e.g. {@code "policy.weight"}
     * @param shape       its extents
     * @param offset      where it begins
     * @param initializer how it begins
     */
    public record Entry(String name, Shape shape, int offset, Initializer initializer) {
    }

    private final List<Entry> entries = new ArrayList<>();
    private int size;
    private boolean complete;                // once there are parameters, no more can be entered

    /** A layout without parameters. */
    public Layout() {
    }

    /**
     * Enters a parameter.
     *
     * @param name        what checkpoints and messages call it; unique
     * @param shape       its extents
     * @param initializer its first values
     * @return its number, for {@link Parameters#get}
     */
    public int add(String name, Shape shape, Initializer initializer) {
        if (complete) {
            throw new IllegalStateException("Parameters of this layout exist already; \"" + name
                    + "\" comes too late. Put the whole network together first.");
        }
        for (Entry entry : entries) {
            if (entry.name().equals(name)) {
                throw new IllegalArgumentException("The layout has a parameter \"" + name
                        + "\" already. Give each layer a name of its own.");
            }
        }
        if (shape.size() > Integer.MAX_VALUE - size) {
            throw new IllegalArgumentException("A layout holds at most 2^31 - 1 floats, but with \""
                    + name + "\" of shape " + shape + " it has " + ((long) size + shape.size())
                    + ". Make the network smaller.");
        }
        entries.add(new Entry(name, shape, size, initializer));
        size += shape.size();
        return entries.size() - 1;
    }

    /** Whether both have a parameter of one name and shape there, as a network made twice has. */
    boolean hasTheSame(int number, Layout other) {
        if (number >= entries.size()) return false;
        Entry mine = entries.get(number);
        Entry its = other.entries.get(number);
        return mine.name().equals(its.name()) && mine.shape().equals(its.shape());
    }

    /** Whether both have the same of all parameters. */
    boolean hasTheSame(Layout other) {
        if (other == this) return true;
        if (entries.size() != other.entries.size()) return false;
        for (int i = 0; i < entries.size(); i++) {
            if (!hasTheSame(i, other)) return false;
        }
        return true;
    }

    /** {@return the number of floats of all parameters together} */
    public int size() {
        return size;
    }

    /** {@return the parameters in their order; unmodifiable} */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** {@return parameters that are all 0, as dθ begins} */
    public Parameters zeros() {
        complete = true;
        return new Parameters(this, new float[size], null, MemoryMode.FENCED.create());
    }

    /**
     * {@return parameters as a network begins}
     *
     * @param rng where random initial values come from
     */
    public Parameters initialize(RandomGenerator rng) {
        Parameters parameters = zeros();
        for (Entry entry : entries) {
            entry.initializer().fill(parameters.values(), entry.offset(), entry.shape(), rng);
        }
        return parameters;
    }

    /** {@return a line for each parameter, and their total} */
    @Override public String toString() {
        StringBuilder text = new StringBuilder();
        for (Entry e : entries) text.append(e.name()).append(' ').append(e.shape()).append('\n');
        return text.append(count(size)).toString();
    }

    /** For example 677,943 parameters. */
    static String count(int parameters) {
        return String.format(Locale.ROOT, "%,d parameters", parameters);
    }
}
