package skein.lab.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A walk through an algorithm's source, line by line, as it was executed: the line whose turn it is
 * is marked, and beneath it stands what it did.
 *
 * <p>The reader goes on and back with buttons that are plain HTML and CSS: they work in a page
 * without a kernel, and where scripts are not allowed.
 */
public final class Walk {
    private static final AtomicInteger COUNT = new AtomicInteger();     // names must be unique

    private final Class<?> type;
    private final List<Line> lines;
    private final String[] methods;

    /**
     * A walk from the first line to the last.
     *
     * @param type    the algorithm
     * @param lines   what was executed, in order; at least one
     * @param methods where these lines are
     */
    public Walk(Class<?> type, List<Line> lines, String... methods) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("There is no line to walk along. Did the update "
                    + "that was asked for come?");
        }
        this.type = type;
        this.lines = List.copyOf(lines);
        this.methods = methods.clone();
    }

    /** The sources, a panel for each line, and the rules that say which is seen when. */
    String html() {
        String id = "walk" + COUNT.incrementAndGet();
        List<String> margins = new ArrayList<>();
        StringBuilder sources = new StringBuilder();
        for (String method : methods) {
            Source source = Source.method(type.getName(), method);
            sources.append(source.numberedHtml(id + "-line-", margins.size()));
            margins.addAll(source.margins());
        }
        StringBuilder style = new StringBuilder();
        StringBuilder buttons = new StringBuilder();
        StringBuilder panels = new StringBuilder();
        for (int k = 0; k < lines.size(); k++) {
            String mine = id + "-at-" + k;
            style.append('#').append(mine).append(":checked ~ pre #").append(id).append("-line-")
                    .append(place(margins, k)).append(" { background: #ffe08a; }\n#").append(mine)
                    .append(":checked ~ #").append(mine).append("-is { display: block; }\n");
            buttons.append("<input type=\"radio\" name=\"").append(id).append("\" id=\"")
                    .append(mine).append('"').append(k == 0 ? " checked" : "")
                    .append(" style=\"display: none\">");
            panels.append(panel(id, k));
        }
        return "<div><style>." + id + " { display: none; border: 1px solid #bbb; padding: 6px 12px;"
                + " margin-top: 6px; background: #fcfcfa; min-height: 105px; }\n." + id
                + " label { cursor: pointer; color: #24508a; font-weight: bold; }\n" + style
                + "</style>" + buttons + panels + sources + "</div>";
    }

    private int place(List<String> margins, int k) {
        int place = margins.indexOf(lines.get(k).pseudocode());
        if (place >= 0) return place;
        throw new IllegalStateException(type.getSimpleName()
                + ".java has no line with the comment \"" + lines.get(k).pseudocode() + "\".");
    }

    private String panel(String id, int k) {
        Line line = lines.get(k);
        return "<div class=\"" + id + "\" id=\"" + id + "-at-" + k + "-is\">"
                + button(id, 0, "|◀") + button(id, Math.max(0, k - 1), "◀ back")
                + button(id, Math.min(lines.size() - 1, k + 1), "next ▶")
                + "<small>" + (k + 1) + " of " + lines.size() + "</small>"
                + "<div style=\"margin-top: 6px\"><b>" + Html.escaped(line.pseudocode())
                + "</b></div><div style=\"white-space: pre; font-family: monospace\">"
                + Html.escaped(line.outcome()) + "</div><div style=\"white-space: pre; color: #777;"
                + " font-family: monospace\">" + Html.escaped(line.variables()) + "</div></div>";
    }

    private static String button(String id, int k, String text) {
        return "<label for=\"" + id + "-at-" + k + "\" style=\"margin-right: 18px\">" + text
                + "</label>";
    }
}
