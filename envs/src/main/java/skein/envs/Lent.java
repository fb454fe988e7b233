package skein.envs;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** The last few arrays that a world handed out, to see whether it writes into one again. */
final class Lent {
    private static final int REMEMBERED = 4;

    private record Loan(float[] array, int hash) {
        boolean touched() {
            return Arrays.hashCode(array) != hash;
        }
    }

    private final Deque<Loan> loans = new ArrayDeque<>();

    /** Remembers an array as it is now. */
    void add(float[] array) {
        if (loans.size() == REMEMBERED) loans.removeFirst();
        loans.addLast(new Loan(array, Arrays.hashCode(array)));
    }

    /** Whether this array was handed out before, or one handed out before has changed. */
    boolean reused(float[] array) {
        for (Loan loan : loans) {
            if (loan.array == array || loan.touched()) return true;
        }
        return false;
    }

    /** Forgets all, so that the receiver may write into them. */
    void clear() {
        loans.clear();
    }
}
