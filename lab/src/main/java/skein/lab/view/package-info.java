/**
 * Pictures: moving ones, in files and in a window; and charts.
 *
 * <p>{@link skein.lab.view.AnimatedGif} writes a film with colors that
 * {@link skein.lab.view.MedianCut} chooses; {@link skein.lab.view.Window} shows one. All charts
 * look as {@link skein.lab.view.ChartStyle} says.
 */
package skein.lab.view;
