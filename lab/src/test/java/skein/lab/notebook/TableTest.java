package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TableTest {
    private static String cellOf(Object value) {
        return new Table("x").row(value).html().replaceAll(".*<td[^>]*>|</td>.*", "");
    }

    @Test void whole_numbers_have_no_point_others_three_decimals_unless_these_hide_them() {
        assertEquals("12,000", cellOf(12_000.0));
        assertEquals("2.500", cellOf(2.5f));
        assertEquals("-0.333", cellOf(-1 / 3.0));
        assertEquals("1.00e-05", cellOf(1e-5));
        assertEquals("1.23e+05", cellOf(123_456.5));
        assertEquals("NaN", cellOf(Double.NaN));
        assertEquals("a < b".replace("<", "&lt;"), cellOf("a < b"));
    }

    @Test void numbers_stand_to_the_right_and_so_do_their_titles() {
        String html = new Table("policy", "return").row("coin", 22).html();
        assertTrue(html.contains("<th style=\"text-align: left\">policy</th>"
                + "<th style=\"text-align: right\">return</th>"), html);
        assertTrue(html.contains("<td style=\"text-align: left\">coin</td>"
                + "<td style=\"text-align: right\">22</td>"), html);
    }

    @Test void a_row_has_a_cell_for_each_column() {
        Exception e = assertThrows(IllegalArgumentException.class,
                () -> new Table("a", "b").row(1));
        assertEquals("This table has 2 columns, but got a row of 1.", e.getMessage());
    }
}
