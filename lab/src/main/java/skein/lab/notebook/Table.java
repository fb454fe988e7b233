package skein.lab.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A table to be shown beneath a cell.
 *
 * <pre>{@code
 * Show.table(new Table("policy", "mean return").row("at random", 22.3).row("by hand", 41.7));
 * }</pre>
 */
public final class Table {
    private static final double SMALL = 1e-3;                // below it four decimals say little
    private static final double LARGE = 1e5;

    private final String[] head;
    private final List<Object[]> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param head what each column holds
     */
    public Table(String... head) {
        this.head = head.clone();
    }

    /**
     * Adds a row.
     *
     * @param cells one for each column: numbers, or anything that prints itself
     * @return this
     */
    public Table row(Object... cells) {
        if (cells.length != head.length) {
            throw new IllegalArgumentException("This table has " + head.length
                    + " columns, but got a row of " + cells.length + ".");
        }
        rows.add(cells.clone());
        return this;
    }

    /** Numbers to the right, all else to the left. */
    String html() {
        StringBuilder html = new StringBuilder("<table><thead><tr>");
        for (int k = 0; k < head.length; k++) append(html, "th", head[k], isNumeric(k));
        html.append("</tr></thead><tbody>");
        for (Object[] row : rows) {
            html.append("<tr>");
            for (Object cell : row) append(html, "td", text(cell), cell instanceof Number);
            html.append("</tr>");
        }
        return html.append("</tbody></table>").toString();
    }

    private static void append(StringBuilder html, String tag, String text, boolean right) {
        html.append('<').append(tag).append(" style=\"text-align: ")
                .append(right ? "right" : "left").append("\">").append(Html.escaped(text))
                .append("</").append(tag).append('>');
    }

    private boolean isNumeric(int column) {
        return !rows.isEmpty() && rows.get(0)[column] instanceof Number;
    }

    /** Whole numbers as 12,000; others with three decimals, unless these would hide them. */
    private static String text(Object cell) {
        if (!(cell instanceof Number number)) return String.valueOf(cell);
        double value = number.doubleValue();
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        double size = Math.abs(value);
        boolean odd = Double.isFinite(size) && (size < SMALL || size >= LARGE);
        return String.format(Locale.ROOT, odd ? "%.2e" : "%.3f", value);
    }
}
