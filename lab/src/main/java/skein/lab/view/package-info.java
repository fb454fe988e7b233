/**
 * Pictures: moving ones, in files and in a window; and charts.
 *
 * <p>{@link skein.lab.view.AnimatedGif} writes a film with colors that
 * {@link skein.lab.view.MedianCut} chooses, {@link skein.lab.view.Png} a single picture;
 * {@link skein.lab.view.Window} shows one. All charts look as {@link skein.lab.view.ChartStyle}
 * says. {@link skein.lab.view.TerminalWidth} is how much room a line has.
 */
package skein.lab.view;
