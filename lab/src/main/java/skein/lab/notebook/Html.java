package skein.lab.notebook;

import java.util.Base64;

/** Text for a browser. */
final class Html {
    private Html() {
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** A picture that stands in the page itself, not wider than the page. */
    static String image(byte[] file, String type, String what) {
        return "<img alt=\"" + escaped(what).replace("\"", "&quot;")
                + "\" style=\"max-width: 100%\" src=\"data:" + type + ";base64,"
                + Base64.getEncoder().encodeToString(file) + "\">";
    }
}
