package skein.lab.notebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lines of one of Skein's files as they are today.
 *
 * @param file  from Skein's folder on
 * @param first the number of the first line, from 1
 * @param lines without the indent that all have
 */
record Source(Path file, int first, List<String> lines) {
    private static final String SOURCES = "src/main/java";
    /** In which braces mean nothing: comments, strings, characters. */
    private static final String COMMENT = "//[^\n]*|/\\*.*?\\*/";
    private static final String TEXT = "\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])+'";
    private static final Pattern HIDING = Pattern.compile(COMMENT + "|" + TEXT);
    private static final Pattern TOKEN = Pattern.compile("(?<comment>" + COMMENT + ")"
            + "|(?<text>" + TEXT + ")"
            + "|\\b(?<word>abstract|boolean|break|case|class|continue|default|do|double|else|enum"
            + "|extends|final|float|for|if|implements|import|instanceof|int|interface|long|new"
            + "|null|package|private|protected|public|record|return|static|switch|synchronized"
            + "|this|throw|throws|try|var|void|volatile|while|true|false)\\b", Pattern.DOTALL);

    /**
     * {@return a method, from its signature to its closing brace}
     *
     * @param type   the name of the type whose file it is in, with its package
     * @param method its name; or, of several, its name and what follows, e.g. {@code "line(String"}
     */
    static Source method(String type, String method) {
        Path file = fileOf(type);
        List<String> all = read(file);
        String start = method.contains("(") ? Pattern.quote(method)
                : Pattern.quote(method) + "\\(";
        Pattern declaration = Pattern.compile("^\\s+(?!return |throw |new |else )[@\\w].*?"
                + "(?<![\\w.])" + start + "[^;]*$");
        for (int i = 0; i < all.size(); i++) {
            if (!declaration.matcher(all.get(i)).find()) continue;
            int end = closing(all, i);
            if (end >= 0) return cut(file, all, i, end);
        }
        throw new IllegalArgumentException(file.getFileName() + " has no method " + method
                + " with a body.");
    }

    /**
     * {@return the lines from one that holds a text to the next one that holds another}
     *
     * @param type the name of the type whose file it is, with its package
     * @param from in the first line
     * @param to   in the last line; may be in the first one too
     */
    static Source between(String type, String from, String to) {
        Path file = fileOf(type);
        List<String> all = read(file);
        int first = find(all, 0, from, file);
        return cut(file, all, first, find(all, first, to, file));
    }

    private static int find(List<String> lines, int start, String text, Path file) {
        for (int i = start; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) return i;
        }
        throw new IllegalArgumentException(file.getFileName() + " has no line with \"" + text
                + "\" after line " + start + ".");
    }

    /** The line in which the body ends that begins after line i; −1 if there is none. */
    private static int closing(List<String> lines, int i) {
        int depth = 0;
        boolean begun = false;
        for (int k = i; k < lines.size(); k++) {
            String code = HIDING.matcher(lines.get(k)).replaceAll("");
            if (!begun && code.contains(";") && !code.contains("{")) return -1;
            for (char c : code.toCharArray()) {
                if (c == '{') depth++;
                if (c == '}') depth--;
                begun |= c == '{';
            }
            if (begun && depth == 0) return k;
        }
        return -1;
    }

    private static Source cut(Path file, List<String> all, int first, int last) {
        List<String> lines = all.subList(first, last + 1);
        int indent = lines.stream().filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length()).min().orElse(0);
        return new Source(home().relativize(file), first + 1, lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent)).toList());
    }

    // ---- where it is ------------------------------------------------------------------------

    private static Path fileOf(String type) {
        String name = type.replaceAll("\\$.*", "").replace('.', '/') + ".java";
        try (Stream<Path> modules = Files.list(home())) {
            return modules.map(module -> module.resolve(SOURCES).resolve(name))
                    .filter(Files::isRegularFile).findFirst().orElseThrow(() ->
                    new IllegalArgumentException("Skein has no source of " + type + "."));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + home() + ".", e);
        }
    }

    /** The folder that holds Skein's modules: SKEIN_HOME, or the nearest one above. */
    private static Path home() {
        String home = System.getenv("SKEIN_HOME");
        Path place = Path.of(home != null ? home : "").toAbsolutePath();
        while (place != null && !Files.isDirectory(place.resolve("rl").resolve(SOURCES))) {
            place = place.getParent();
        }
        if (place != null) return place;
        throw new IllegalStateException("Skein's sources are not here. Set the environment "
                + "variable SKEIN_HOME to its folder, or run ./notebooks-ijava/setup again.");
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ".", e);
        }
    }

    // ---- how it looks -----------------------------------------------------------------------

    String html() {
        int last = first + lines.size() - 1;
        return "<div><pre style=\"line-height: 1.25; font-size: 12px; overflow-x: auto; "
                + "white-space: pre\">" + colored(String.join("\n", lines)) + "</pre>"
                + "<small>" + Html.escaped(file.toString().replace('\\', '/'))
                + ", lines " + first + "–" + last + "</small></div>";
    }

    /** What stands in the right margin of each line: its comment, or nothing. */
    List<String> margins() {
        return lines.stream().map(line -> line.contains("//")
                ? line.substring(line.indexOf("//") + 2).strip() : "").toList();
    }

    /**
     * The same colors, each line a block with a name, so that it can be marked.
     *
     * @param name  what the names begin with
     * @param first the number of the first line's name
     */
    String numberedHtml(String name, int first) {
        String[] colored = colored(String.join("\n", lines)).split("\n", -1);
        StringBuilder html = new StringBuilder("<pre style=\"line-height: 1.25; font-size: 12px; "
                + "overflow-x: auto; white-space: pre\">");
        for (int i = 0; i < colored.length; i++) {
            html.append("<span style=\"display: block; min-height: 1.25em\" id=\"").append(name)
                    .append(first + i).append("\">").append(colored[i]).append("</span>");
        }
        return html.append("</pre>").toString();
    }

    private static String colored(String code) {
        StringBuilder html = new StringBuilder();
        Matcher token = TOKEN.matcher(code);
        int end = 0;
        while (token.find()) {
            html.append(Html.escaped(code.substring(end, token.start()))).append("<span style=\"")
                    .append(token.group("comment") != null ? "color: #3f7f5f"
                            : token.group("text") != null ? "color: #a33b26"
                            : "color: #24508a; font-weight: bold")
                    .append("\">").append(Html.escaped(token.group())).append("</span>");
            end = token.end();
        }
        return html.append(Html.escaped(code.substring(end))).toString();
    }
}
