package skein.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NotFiniteExceptionTest {
    @Test void finite_values_pass_unchanged() {
        assertEquals(-Double.MAX_VALUE, NotFiniteException.check("loss", -Double.MAX_VALUE));
    }

    @Test void nan_and_both_infinities_are_refused_by_name() {
        for (double value : new double[] {
                Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            var e = assertThrows(NotFiniteException.class,
                    () -> NotFiniteException.check("loss", value));
            assertEquals("The loss became " + value + ".", e.getMessage());
        }
    }
}
