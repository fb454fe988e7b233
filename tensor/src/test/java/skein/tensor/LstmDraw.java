package skein.tensor;

/** Small long short-term memories by chance. */
final class LstmDraw {
    private LstmDraw() {
    }

    /** x [T B, I], state [B, 2 H], wx [I, 4 H], wh [H, 4 H] and b [4 H]; T, I and H may be 0. */
    static Shape[] shapes(Draw d) {
        int T = Math.min(d.m(), 3);
        int B = 1 + (d.bits() & 1);
        int I = Math.min(d.k(), 3);
        int H = Math.min(d.n(), 3);
        return new Shape[] {Shape.of(T * B, I), Shape.of(B, 2 * H), Shape.of(I, 4 * H),
            Shape.of(H, 4 * H), Shape.of(4 * H)};
    }
}
