package skein.envs.games;

import java.util.Arrays;

/**
 * Things of one kind in the {@link Sea}, each swimming along its row, in the order of
 * their birth.
 *
 * <p>A walk goes backwards, from the youngest to the oldest: {@code i} from the last index at its
 * start down to 0, whatever is removed meanwhile. Removed things are kept and used again, so that
 * a step allocates nothing.
 */
final class Swimmers {
    /** One of them. */
    static final class Swimmer {
        int x;
        int y;
        int dx;                              // −1 or +1
        int timer;                           // steps until it moves, if its kind has one
        int gun;                             // steps until it shoots, if its kind has one

        boolean isAt(int column, int row) {
            return x == column && y == row;
        }

        private boolean equalTo(Swimmer other) {
            return isAt(other.x, other.y) && dx == other.dx && timer == other.timer
                    && gun == other.gun;
        }
    }

    private Swimmer[] all = new Swimmer[0];  // those from index size on wait for their birth
    private int size;

    int size() {
        return size;
    }

    Swimmer get(int i) {
        return all[i];
    }

    void clear() {
        size = 0;
    }

    /** One more, at the end; the caller says when it moves and shoots. */
    Swimmer add(int x, int y, int dx) {
        if (size == all.length) grow();
        Swimmer born = all[size++];
        born.x = x;
        born.y = y;
        born.dx = dx;
        born.timer = 0;
        born.gun = 0;
        return born;
    }

    private void grow() {
        all = Arrays.copyOf(all, 2 * size + 8);
        for (int i = size; i < all.length; i++) all[i] = new Swimmer();
    }

    /** The index of the first one at this cell, or −1. */
    int firstAt(int x, int y) {
        for (int i = 0; i < size; i++) if (all[i].isAt(x, y)) return i;
        return -1;
    }

    /** Whether one in this row goes the other way. */
    boolean anyAgainst(int y, int dx) {
        for (int i = 0; i < size; i++) if (all[i].y == y && all[i].dx != dx) return true;
        return false;
    }

    /** Removes the first one that is in nothing different from this one: it, or a twin. */
    void remove(Swimmer swimmer) {
        int i = 0;
        while (!all[i].equalTo(swimmer)) i++;
        Swimmer gone = all[i];
        size--;
        System.arraycopy(all, i + 1, all, i, size - i);
        all[size] = gone;
    }
}
