package skein.rl.network;

import java.util.Arrays;
import skein.tensor.Shape;

/** The shapes of observations side by side, [B, ...], each made once. */
final class Batches {
    private final Shape observation;
    private Shape[] shapes = new Shape[2];   // by B

    /**
     * None yet.
     *
     * @param observation the shape of one
     */
    Batches(Shape observation) {
        this.observation = observation;
    }

    /**
     * {@return [B, ...]}
     *
     * @param batch B ≥ 1
     */
    Shape of(int batch) {
        if (shapes.length <= batch) shapes = Arrays.copyOf(shapes, batch + 1);
        if (shapes[batch] == null) shapes[batch] = observation.batch(batch);
        return shapes[batch];
    }
}
