package skein.lab.view;

import java.awt.AWTError;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.InterruptedIOException;
import java.lang.reflect.InvocationTargetException;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** A window that shows one picture after another; any thread may hand them over. */
public final class Window {
    /** Written by any thread, read by Swing's. */
    private volatile BufferedImage picture;
    private JFrame frame;                                  // since build()
    private JPanel panel;                                  // since build()

    private Window(BufferedImage first) {
        picture = first;
    }

    /**
     * {@return whether there is a display, which answers; to be asked before anything is drawn,
     * because from then on AWT looks for it too, and fails}
     */
    public static boolean isPossible() {
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment();
            return !GraphicsEnvironment.isHeadless();
        } catch (AWTError | LinkageError e) {              // it does not answer; a Java without AWT
            return false;
        }
    }

    /**
     * Opens a window, where it is possible.
     *
     * @param title its title
     * @param first what it shows at first; decides on its size
     * @return the window
     * @throws InterruptedIOException if somebody interrupts the thread
     */
    public static Window open(String title, BufferedImage first) throws InterruptedIOException {
        try {
            Window window = new Window(first);
            SwingUtilities.invokeAndWait(() -> window.build(title));
            return window;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Somebody interrupted the window.");
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The window could not be built.", e.getCause());
        }
    }

    private void build(String title) {
        frame = new JFrame(title);
        panel = new JPanel() {
            private static final long serialVersionUID = 1L;

            @Override protected void paintComponent(Graphics g) {
                g.drawImage(picture, 0, 0, getWidth(), getHeight(), null);
            }
        };
        panel.setPreferredSize(new Dimension(picture.getWidth(), picture.getHeight()));
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.add(panel);
        frame.pack();
        frame.setLocationRelativeTo(null);
        frame.setVisible(true);
    }

    /**
     * Shows another picture.
     *
     * @param next of the same size as the first; not copied
     */
    public void show(BufferedImage next) {
        picture = next;
        SwingUtilities.invokeLater(() -> panel.repaint());
    }

    /** {@return whether it is still there, and not closed by hand} */
    public boolean isOpen() {
        return frame.isDisplayable();
    }

    /** Closes it. */
    public void close() {
        SwingUtilities.invokeLater(() -> frame.dispose());
    }
}
