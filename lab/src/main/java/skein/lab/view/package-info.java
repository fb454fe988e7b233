/**
 * Moving pictures: files, and a window.
 *
 * <p>{@link skein.lab.view.AnimatedGif} writes a film with colors that
 * {@link skein.lab.view.MedianCut} chooses; {@link skein.lab.view.Window} shows one.
 */
package skein.lab.view;
