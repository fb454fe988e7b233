/**
 * Episodes of a trained agent. {@link skein.lab.watch.Performance} plays them, a
 * {@link skein.lab.watch.Moment} at a time, on a {@link skein.lab.watch.Stage}: in the terminal
 * ({@link skein.lab.watch.TerminalStage}), a film ({@link skein.lab.watch.GifStage}), a folder of
 * pictures ({@link skein.lab.watch.PngStage}) or a window ({@link skein.lab.watch.WindowStage}).
 */
package skein.lab.watch;
