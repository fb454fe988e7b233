/**
 * What the course's notebooks show and check.
 *
 * <p>{@link skein.lab.notebook.Show} puts pictures, films, charts, tables, tapes and sources below
 * a cell. {@link skein.lab.notebook.Plot}, {@link skein.lab.notebook.Table},
 * {@link skein.lab.notebook.HeatMap} and {@link skein.lab.notebook.Film} are what it shows, and
 * {@link skein.lab.notebook.Source} cuts a method from the file that it stands in, through which
 * {@link skein.lab.notebook.Walk} goes line by line. {@link skein.lab.notebook.Cliff} and
 * {@link skein.lab.notebook.MazeValues} are worlds whose Q is a table to look at.
 * {@link skein.lab.notebook.Check} answers whoever solves an exercise, and
 * {@link skein.lab.notebook.Effort} says how much a cell computes.
 */
package skein.lab.notebook;
