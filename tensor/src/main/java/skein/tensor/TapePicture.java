package skein.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A tape to look at: as a table, for Graphviz, and as a drawing for a notebook or a browser. */
final class TapePicture {
    private static final String[] HEAD =
        {"#", "operation", "shape", "inputs", "values", "gradient"};
    private static final double LINE = 15;                 // from one line of a box to the next

    private final Tape tape;

    TapePicture(Tape tape) {
        this.tape = tape;
    }

    // ---- what is said about a tensor --------------------------------------------------------

    static String values(Tensor x) {
        return range(x.toArray());
    }

    /** Empty where none is wanted, or none has been computed. */
    static String gradient(Tensor x) {
        return x.hasGradient() ? range(x.gradientToArray()) : "";
    }

    private static String range(float[] values) {
        if (values.length == 0) return "none";
        float min = values[0];
        float max = values[0];
        for (float value : values) {
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return min == max || min != min ? number(min) : number(min) + " .. " + number(max);
    }

    private static String number(float value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) return "" + (long) value;
        return String.format(Locale.ROOT, "%.4g", value);
    }

    private static String inputs(Tensor x) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < x.inputs(); i++) {
            Tensor input = x.input(i);
            text.append(i == 0 ? "" : ", ").append(input.tape == null ? input : input.place);
        }
        return text.toString();
    }

    // ---- a table ----------------------------------------------------------------------------

    /** A line for each tensor, below a line of titles, in columns. */
    String table() {
        List<String[]> lines = new ArrayList<>();
        lines.add(HEAD);
        for (int place = 0; place < tape.length(); place++) {
            Tensor x = tape.node(place);
            lines.add(new String[] {"" + place, x.kind(), x.shape().toString(), inputs(x),
                values(x), gradient(x)});
        }
        StringBuilder text = new StringBuilder();
        for (String[] line : lines) {
            StringBuilder row = new StringBuilder();
            for (int column = 0; column < line.length; column++) {
                row.append(line[column]);
                row.append(" ".repeat(width(lines, column) - line[column].length() + 2));
            }
            text.append(row.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<String[]> lines, int column) {
        int width = 0;
        for (String[] line : lines) width = Math.max(width, line[column].length());
        return width;
    }

    // ---- for Graphviz -----------------------------------------------------------------------

    String dot() {
        StringBuilder text = new StringBuilder("digraph tape {\n  node [shape=box, style="
                + "\"rounded,filled\", fontname=\"sans-serif\", fontsize=11];\n");
        TapeLayout layout = new TapeLayout(tape);
        for (TapeLayout.Box box : layout.boxes()) {
            String label = String.join("\\n", box.lines()).replace("\"", "\\\"");
            text.append("  n").append(box.number).append(" [label=\"").append(label)
                    .append("\", fillcolor=\"").append(Color.of(box).fill).append("\", color=\"")
                    .append(Color.of(box).line).append("\"];\n");
        }
        for (TapeLayout.Box box : layout.boxes()) {
            for (TapeLayout.Box from : box.inputs) {
                text.append("  n").append(from.number).append(" -> n").append(box.number)
                        .append(";\n");
            }
        }
        return text.append("}\n").toString();
    }

    // ---- a drawing --------------------------------------------------------------------------

    private enum Color {
        CONSTANT("#f3f3f3", "#9a9a9a"), LEARNED("#e4f3e0", "#4c9546"),
        OPERATION("#e9f0fb", "#5b83c0"), RESULT("#fdecd2", "#d48a2c");

        private final String fill;
        private final String line;

        Color(String fill, String line) {
            this.fill = fill;
            this.line = line;
        }

        static Color of(TapeLayout.Box box) {
            if (box.tensor.operation != null) return box.users.isEmpty() ? RESULT : OPERATION;
            return box.tensor.needsGradient() ? LEARNED : CONSTANT;
        }
    }

    String svg() {
        TapeLayout layout = new TapeLayout(tape);
        layout.place();
        StringBuilder text = new StringBuilder(format("<svg xmlns=\"http://www.w3.org/2000/svg\" "
                + "width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" text-anchor=\"middle\" "
                + "font-family=\"Helvetica, Arial, sans-serif\" font-size=\"11\">\n"
                + "<rect width=\"100%%\" height=\"100%%\" rx=\"8\" fill=\"#ffffff\"/>\n",
                layout.width(), layout.height(), layout.width(), layout.height()));
        for (TapeLayout.Box box : layout.all()) {
            for (TapeLayout.Box user : box.users) appendEdge(text, box, user);
        }
        for (TapeLayout.Box box : layout.boxes()) appendBox(text, box);
        return text.append("</svg>\n").toString();
    }

    /** From the foot of one to the head of the other; with an arrow, unless it is only a bend. */
    private static void appendEdge(StringBuilder text, TapeLayout.Box from, TapeLayout.Box to) {
        double y0 = from.y + from.height() / 2;
        double y1 = to.y - to.height() / 2;
        double middle = (y0 + y1) / 2;
        text.append(format("<path d=\"M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f\" fill=\"none\" "
                + "stroke=\"#8a94a0\" stroke-width=\"1.2\"/>\n", from.x, y0, from.x, middle,
                to.x, middle, to.x, to.tensor == null ? y1 : y1 - 4));
        if (to.tensor == null) return;
        text.append(format("<path d=\"M%.1f %.1fl-3.5 -7h7z\" fill=\"#8a94a0\"/>\n", to.x, y1));
    }

    private static void appendBox(StringBuilder text, TapeLayout.Box box) {
        double top = box.y - box.height() / 2;
        text.append(format("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"6\" "
                + "fill=\"%s\" stroke=\"%s\"/>\n", box.x - box.width() / 2, top, box.width(),
                box.height(), Color.of(box).fill, Color.of(box).line));
        List<String> lines = box.lines();
        for (int i = 0; i < lines.size(); i++) {
            String style = i == 0 ? "font-weight=\"bold\"" : i == 2 ? "fill=\"#a33b26\""
                    : "fill=\"#444444\"";
            text.append(format("<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>\n", box.x,
                    top + LINE * (i + 1), style, escaped(lines.get(i))));
        }
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
