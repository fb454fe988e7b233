package skein.envs;

/**
 * A game on a board of 10 by 10 cells, as whoever draws it sees it: which kinds of things stand
 * where.
 *
 * <p>A kind is a channel; several kinds may stand in one cell. The agent's observation has one
 * plane for each channel, shape [C, 10, 10].
 */
public interface BoardGame {
    /** Columns; x is 0 at the left, 9 at the right. */
    int WIDTH = 10;
    /** Rows; y is 0 at the top, 9 at the bottom. */
    int HEIGHT = 10;

    /** {@return C, the number of kinds of things, at least 1} */
    int channels();

    /**
     * {@return what stands in the cells of a channel, e.g. {@code "ball"}}
     *
     * @param c the channel, 0 .. C − 1
     */
    String channelName(int c);

    /**
     * {@return whether such a thing is there now; before the first reset nothing is}
     *
     * @param c the channel, 0 .. C − 1
     * @param x the column, 0 .. 9
     * @param y the row, 0 .. 9
     */
    boolean occupied(int c, int x, int y);
}
