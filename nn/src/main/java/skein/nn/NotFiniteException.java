package skein.nn;

/**
 * A quantity became NaN or infinite, so that going on would spoil every parameter.
 *
 * <p>Typical causes: a learning rate that is too large, or a world with unbounded rewards.
 */
public final class NotFiniteException extends ArithmeticException {
    private static final long serialVersionUID = 1;

    /**
     * Names the quantity.
     *
     * @param quantity what it is, e.g. {@code "loss"}
     * @param value    NaN or an infinity
     */
    public NotFiniteException(String quantity, double value) {
        super("The " + quantity + " became " + value + ".");
    }

    /**
     * Lets finite values pass.
     *
     * @param quantity what it is
     * @param value    its value
     * @return the value
     * @throws NotFiniteException if it is NaN or infinite
     */
    public static double check(String quantity, double value) {
        if (Double.isFinite(value)) return value;
        throw new NotFiniteException(quantity, value);
    }
}
