package skein.rl.network;

import skein.tensor.Tensor;

/** What a network computed of the states that it saw last. */
final class Seen {
    private Seen() {
    }

    /** The result itself, unless there is none yet. */
    static Tensor of(Tensor result) {
        if (result != null) return result;
        throw new IllegalStateException("This network has not seen any states to learn from yet. "
                + "Call forward(s, batch) first.");
    }
}
