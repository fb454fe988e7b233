package skein.lab.notebook;

/**
 * A line of an algorithm at the moment when it was executed.
 *
 * @param pseudocode the paper's line, as it stands in the right margin of the algorithm's file
 * @param outcome    what it did, with its numbers
 * @param variables  what the algorithm's variables are after it
 */
public record Line(String pseudocode, String outcome, String variables) {
}
