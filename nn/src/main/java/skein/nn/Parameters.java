package skein.nn;

import java.util.Arrays;
import java.util.function.Consumer;
import skein.tensor.Tensor;

/**
 * The parameters of a network: one flat array, seen through named windows.
 *
 * <p>θ, a thread's θ′ and its dθ are three of these with one {@link Layout}. That they are flat
 * makes θ′ ← θ one array copy and an update one loop.
 *
 * <p><b>Sharing.</b> θ is an array that all threads read and write at once, in the way that its
 * {@link MemoryMode} says; {@link #withMemory} chooses it, where θ is made. Each element that
 * {@link #copyTo} reads is one that was written at some time, because a float never tears (JLS
 * 17.7); but unless the mode is LOCKED the copy may hold some elements from before and some from
 * after another thread's update. The paper allows that: it is the gradient at a point very close to
 * θ.
 */
public final class Parameters {
    private final Layout layout;
    private final float[] values;
    private final Parameters gradient;       // null if none is wanted
    private final SharedMemory memory;
    private final Consumer<Parameters> listener;             // to copies; null if there is none
    private final Tensor[] views;

    Parameters(Layout layout, float[] values, Parameters gradient, SharedMemory memory) {
        this(layout, values, gradient, memory, null);
    }

    private Parameters(Layout layout, float[] values, Parameters gradient, SharedMemory memory,
                       Consumer<Parameters> listener) {
        this.layout = layout;
        this.values = values;
        this.gradient = gradient;
        this.memory = memory;
        this.listener = listener;
        views = new Tensor[layout.entries().size()];
        for (int i = 0; i < views.length; i++) {
            Layout.Entry entry = layout.entries().get(i);
            views[i] = Tensor.parameter(entry.shape(), values,
                    gradient == null ? null : gradient.values, entry.offset());
        }
    }

    /**
     * {@return these same parameters, their values shared, with a place for their gradient}
     *
     * @param gradient dθ, of the same layout; a backward pass adds to it
     */
    public Parameters withGradient(Parameters gradient) {
        checkSameLayout(gradient);
        return new Parameters(layout, values, gradient, memory, listener);
    }

    /** {@return whether they have a place for their gradient} */
    public boolean hasGradient() {
        return gradient != null;
    }

    /**
     * {@return these same parameters, their values shared, to be read and written in another way}
     *
     * <p>To be called once, where θ is made: only threads that use the object returned agree on it.
     *
     * @param mode how {@link #copyTo} reads them, and how an {@link Optimizer} made with them
     *             changes them; {@link MemoryMode#FENCED} without this
     */
    public Parameters withMemory(MemoryMode mode) {
        return new Parameters(layout, values, gradient, mode.create(), listener);
    }

    /** {@return how they are read and written by way of this object} */
    public MemoryMode memoryMode() {
        return memory.mode();
    }

    /**
     * {@return these same parameters, their values shared; each copy that is made by way of the
     * object returned is told about}
     *
     * @param listener gets what is copied to, before the copy, in the thread that copies
     */
    public Parameters tellingCopies(Consumer<Parameters> listener) {
        return new Parameters(layout, values, gradient, memory, listener);
    }

    /**
     * {@return a parameter as a tensor, to compute with}
     *
     * @param number what {@link Layout#add} returned
     */
    public Tensor get(int number) {
        if (number >= 0 && number < views.length) return views[number];
        throw new IndexOutOfBoundsException("There is no parameter " + number + ". There are "
                + views.length + ", numbered from 0:\n" + this);
    }

    /**
     * {@return the same for a layer, whose parameters have to be among these}
     *
     * @param of     the layout that the layer entered its own into
     * @param number what {@link Layout#add} returned
     */
    Tensor get(Layout of, int number) {
        if (of == layout || layout.hasTheSame(number, of)) return views[number];
        Layout.Entry entry = of.entries().get(number);
        throw new IllegalArgumentException("\"" + entry.name() + "\" " + entry.shape() + " is not "
                + "among these " + size() + " floats, or has another place there. Make parameters "
                + "with the layout that the layers were put into.");
    }

    /** {@return names, shapes and offsets} */
    public Layout layout() {
        return layout;
    }

    /** {@return the flat array itself, not a copy} */
    public float[] values() {
        return values;
    }

    /** {@return the number of floats} */
    public int size() {
        return values.length;
    }

    /** Sets every element to 0. */
    public void clear() {
        Arrays.fill(values, 0);
    }

    /**
     * Copies all values to other parameters, as in θ′ ← θ; these are read as their
     * {@link MemoryMode} says.
     *
     * @param other of the same layout. Modified.
     */
    public void copyTo(Parameters other) {
        checkSameLayout(other);
        if (listener != null) listener.accept(other);
        memory.copy(values, other.values);
    }

    /** {@return a copy with an array of its own, without gradient} */
    public Parameters copy() {
        Parameters copy = layout.zeros();
        copyTo(copy);
        return copy;
    }

    /** {@return the name of a parameter that holds NaN or infinity, or null if none does} */
    public String firstNotFinite() {
        for (Layout.Entry entry : layout.entries()) {
            for (int i = 0; i < entry.shape().size(); i++) {
                if (!Float.isFinite(values[entry.offset() + i])) return entry.name();
            }
        }
        return null;
    }

    /** How optimizers change them. */
    SharedMemory memory() {
        return memory;
    }

    /** {@return a line for each, with name and shape, and their total} */
    @Override public String toString() {
        return layout.toString();
    }

    void checkSameLayout(Parameters other) {
        if (!layout.hasTheSame(other.layout)) {
            throw new IllegalArgumentException("Parameters of two networks do not go together: "
                    + "their names or shapes differ (" + size() + " and " + other.size()
                    + " floats). Make both with one Layout.");
        }
    }
}
