package skein.tensor;

/**
 * One kind of node on a {@link Tape}: how its result comes from its inputs, and how its gradient
 * goes back to them. An operation has no state; everything about one use of it is in the result.
 *
 * <p>Your own operation is a subclass, applied with {@link Tape#apply}. Inputs begin at element 0
 * of {@link Tensor#data()}; arrays may be longer than {@link Tensor#size()}. Say in {@link #define}
 * what it means, and {@link GradientCheck} tells whether forward and backward agree with that.
 */
public abstract class Operation {
    private final String name;

    /**
     * Names the operation.
     *
     * @param name what messages call it, e.g. {@code "tanh"}
     */
    protected Operation(String name) {
        this.name = name;
    }

    /**
     * Computes the result's elements from its inputs'.
     *
     * @param y the result; every one of its elements must be written. Modified.
     */
    protected abstract void forward(Tensor y);

    /**
     * Adds, for each input that {@link Tensor#needsGradient wants} one, the gradient that y's
     * gradient causes: dx += ...
     *
     * @param y the result, its gradient complete. Its inputs' gradients are modified.
     */
    protected abstract void backward(Tensor y);

    /**
     * Computes the same as {@link #forward}, in double precision and without any thought of speed:
     * the definition that {@link GradientCheck} compares with. An operation without one cannot be
     * checked, but does its work all the same.
     *
     * @param y   the result's elements, all to be written. Modified.
     * @param x   each input's elements, all arrays beginning at element 0
     * @param use the result on the tape: its shape and its inputs' shapes
     */
    protected void define(double[] y, double[][] x, Tensor use) {
        throw new UnsupportedOperationException(name + " does not say what it computes. "
                + "Override define(y, x, use), forward in double precision, to have it checked.");
    }

    /** Whether {@link #forward} and {@link #backward} heed the offset of their inputs. */
    boolean readsViews() {
        return false;
    }

    /** {@return the operation's name} */
    @Override public String toString() {
        return name;
    }
}
