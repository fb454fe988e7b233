package skein.rl.network;

import java.util.ArrayList;
import java.util.List;
import skein.nn.Activation;
import skein.nn.Conv2d;
import skein.nn.Flatten;
import skein.nn.Initializer;
import skein.nn.Layer;
import skein.nn.Layout;
import skein.nn.Linear;
import skein.nn.LstmCell;
import skein.nn.Parameters;
import skein.nn.Sequential;
import skein.tensor.Shape;
import skein.tensor.Tensor;

/**
 * What all heads of a network share ("all non-output layers were shared", Mnih et al. 2016, section
 * 5.1): layers, and perhaps a memory after the last of them.
 *
 * <p>The networks of the paper and of the course are here, ready to use. Weights begin orthogonal,
 * of length √2 before a ReLU and 1 in the memory.
 */
public final class Trunk {
    private static final double RELU_GAIN = Math.sqrt(2);
    private static final int SMALLEST_PICTURE = 20;          // so that conv2 has something to see

    private final Layout layout;
    private final String title;
    private final Sequential layers;
    private final LstmCell memory;           // null if there is none

    private Trunk(Layout layout, String title, Sequential layers, LstmCell memory) {
        this.layout = layout;
        this.title = title;
        this.layers = layers;
        this.memory = memory;
    }

    /**
     * A trunk of one's own.
     *
     * @param layout where the layers entered their parameters, and heads will enter theirs
     * @param title  the layers in one word, e.g. {@code 4-128}
     * @param layers from the observation on; one output is a vector
     */
    public Trunk(Layout layout, String title, Sequential layers) {
        this(layout, title, layers, null);
    }

    /**
     * {@return a trunk that suits observations of this shape}
     *
     * <p>Vectors [I] get fully connected layers, images [C, H, W] the convolutions of
     * {@link #minAtar}, or, from 20 × 20 on, those of {@link #atari}, before them.
     *
     * @param layout      receives the parameters. Modified.
     * @param observation [I] or [C, H, W]
     * @param hidden      units of each fully connected layer; at least one
     */
    public static Trunk of(Layout layout, Shape observation, int... hidden) {
        if (observation.rank() == 1) return mlp(layout, "trunk", observation.dim(0), hidden);
        if (observation.rank() != 3) {
            throw new IllegalArgumentException("There is a network for observations [I] and "
                    + "[C, H, W], but these are " + observation + ".");
        }
        int channels = observation.dim(0);
        if (Math.min(observation.dim(1), observation.dim(2)) >= SMALLEST_PICTURE) {
            return images(layout, observation, hidden, conv(layout, "conv1", channels, 16, 8, 4),
                    conv(layout, "conv2", 16, 32, 4, 2));
        }
        return images(layout, observation, hidden, conv(layout, "conv1", channels, 16, 3, 1));
    }

    /**
     * {@return a multilayer perceptron with ReLU}
     *
     * @param layout receives {@code name.0.weight}, {@code name.0.bias}, ... Modified.
     * @param name   what its layers are called by
     * @param inputs I ≥ 1, floats in an observation
     * @param hidden units of each layer, from the observation on; at least one
     */
    public static Trunk mlp(Layout layout, String name, int inputs, int... hidden) {
        List<Layer> layers = new ArrayList<>();
        fullyConnected(layout, name, inputs, hidden, layers);
        return new Trunk(layout, inputs + title(hidden),
                new Sequential(Shape.of(inputs), layers.toArray(Layer[]::new)));
    }

    /**
     * {@return the network of MinAtar's article (Young and Tian 2019): 16 filters of 3 × 3, then
     * 128 units, all ReLU}
     *
     * @param layout   receives {@code conv1} and {@code fc}. Modified.
     * @param channels C ≥ 1; observations are [C, 10, 10]
     */
    public static Trunk minAtar(Layout layout, int channels) {
        return of(layout, Shape.of(channels, 10, 10), 128);
    }

    /**
     * {@return the paper's network (section 8): 16 filters of 8 × 8, stride 4, 32 filters of 4 × 4,
     * stride 2, then 256 units, all ReLU}
     *
     * @param layout   receives {@code conv1}, {@code conv2} and {@code fc}. Modified.
     * @param channels C ≥ 1; observations are [C, 84, 84]; 4, the last four frames (paper)
     */
    public static Trunk atari(Layout layout, int channels) {
        return of(layout, Shape.of(channels, 84, 84), 256);
    }

    private static Layer conv(Layout layout, String name, int channels, int filters, int size,
                              int stride) {
        return new Conv2d(layout, name, Shape.of(filters, channels, size, size), stride, 0,
                Initializer.orthogonal(RELU_GAIN));
    }

    private static Trunk images(Layout layout, Shape image, int[] hidden, Layer... convolutions) {
        List<Layer> layers = new ArrayList<>();
        StringBuilder title = new StringBuilder(image.dim(0) + "×" + image.dim(1) + "×"
                + image.dim(2));
        Shape shape = image;
        for (Layer convolution : convolutions) {
            layers.add(convolution);
            layers.add(Activation.RELU);
            shape = convolution.output(shape);
            title.append("-conv").append(shape.dim(0));
        }
        layers.add(new Flatten());
        fullyConnected(layout, "fc", shape.size(), hidden, layers);
        return new Trunk(layout, title + title(hidden),
                new Sequential(image, layers.toArray(Layer[]::new)));
    }

    private static void fullyConnected(Layout layout, String name, int inputs, int[] hidden,
                                       List<Layer> layers) {
        if (hidden.length == 0) {
            throw new IllegalArgumentException("A network needs at least one hidden layer.");
        }
        for (int k = 0; k < hidden.length; k++) {
            layers.add(new Linear(layout, name + "." + k, inputs, hidden[k],
                    Initializer.orthogonal(RELU_GAIN)));
            layers.add(Activation.RELU);
            inputs = hidden[k];
        }
    }

    private static String title(int[] hidden) {
        StringBuilder title = new StringBuilder();
        for (int units : hidden) title.append('-').append(units);
        return title.toString();
    }

    /**
     * {@return the same with a memory behind it, as the paper's LSTM agents have}
     *
     * @param units H ≥ 1; 256 (paper, section 8)
     */
    public Trunk withLstm(int units) {
        return withLstm("lstm", units);
    }

    /**
     * {@return the same with a memory behind it, for a network with two trunks}
     *
     * @param name  what its parameters are called by; unique in the layout
     * @param units H ≥ 1; 128 for continuous actions (paper, section 9)
     */
    public Trunk withLstm(String name, int units) {
        if (remembers()) throw new IllegalStateException("This trunk has an LSTM already.");
        return new Trunk(layout, title + "-lstm" + units, layers,
                new LstmCell(layout, name, layers.output().size(), units,
                Initializer.orthogonal(1)));
    }

    /** {@return what makes features [B, F] of observations; all of it, or all but the memory} */
    public Sequential layers() {
        return layers;
    }

    /**
     * {@return the memory's states after each of T steps, [T, 2 H]}
     *
     * @param features [T, F]
     * @param state    before the first step, [1, 2 H]
     * @param theta    the parameters to run on
     */
    public Tensor remember(Tensor features, Tensor state, Parameters theta) {
        return memory.forward(features, state, theta);
    }

    /**
     * {@return what the heads see of states, h [T, H]}
     *
     * @param states [T, 2 H]
     */
    public Tensor hidden(Tensor states) {
        return memory.hidden(states);
    }

    /** {@return whether there is a memory} */
    public boolean remembers() {
        return memory != null;
    }

    /** {@return floats in the memory's state, 2 H; 0 without memory} */
    public int stateSize() {
        return remembers() ? 2 * memory.units() : 0;
    }

    /** {@return the shape of one observation} */
    public Shape input() {
        return layers.input();
    }

    /** {@return the number of floats that the heads see of one observation} */
    public int outputs() {
        return remembers() ? memory.units() : layers.output().size();
    }

    /** {@return where the parameters of the whole network are listed} */
    public Layout layout() {
        return layout;
    }

    /** {@return the layers in one word, e.g. {@code 4×84×84-conv16-conv32-256-lstm256}} */
    public String title() {
        return title;
    }

    /** {@return a line for each layer} */
    @Override public String toString() {
        return layers + (remembers() ? "\n" + memory : "");
    }
}
