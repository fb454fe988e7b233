package skein.tensor;

/** Small convolutions by chance. */
final class ConvolutionDraw {
    private ConvolutionDraw() {
    }

    static int stride(Draw d) {
        return 1 + (d.bits() & 0xff) % 3;
    }

    static int pad(Draw d) {
        return (d.bits() >>> 8 & 0xff) % 3;
    }

    /** x [N, C, H, W], w [O, C, U, V] and b [O]; N, C and O may be 0. */
    static Shape[] shapes(Draw d) {
        int channels = Math.min(d.k(), 2);
        int filters = (d.m() + d.k()) % 4;
        int u = 1 + (d.bits() >>> 16 & 3) % 3;
        int v = 1 + (d.bits() >>> 18 & 3);
        int h = u + d.k() % 4;
        return new Shape[] {Shape.of(Math.min(d.m(), 2), channels, h, v + d.n()),
            Shape.of(filters, channels, u, v), Shape.of(filters)};
    }
}
