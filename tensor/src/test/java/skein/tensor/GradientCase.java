package skein.tensor;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * An operation with the inputs that it can have; what it means, it says itself.
 *
 * @param name    the operation
 * @param domain  which values its inputs may have
 * @param shapes  the shapes of its inputs
 * @param tensors the operation that is tested
 */
record GradientCase(String name, Domain domain, Function<Draw, Shape[]> shapes,
                    BiFunction<Tensor[], Draw, Tensor> tensors) {

    /** Which values an operation is differentiable at, and not too steep for a difference. */
    enum Domain {
        ANY, AWAY_FROM_KINKS, POSITIVE;

        float draw(RandomGenerator rng) {
            if (this == ANY) return rng.nextFloat(-2, 2);
            if (this == POSITIVE) return rng.nextFloat(0.25f, 2);
            // Kinks are at multiples of 1/4, and values on a grid of 1/32 between them.
            return (8 * rng.nextInt(-8, 8) + rng.nextInt(1, 8)) / 32f;
        }
    }

    static final List<GradientCase> ALL = List.of(
            of("matmul", d -> shapes(Shape.of(d.m(), d.k()), Shape.of(d.k(), d.n())),
                    (x, d) -> x[0].matmul(x[1])),
            of("affine",
                    d -> shapes(Shape.of(d.m(), d.k()), Shape.of(d.k(), d.n()), Shape.of(d.n())),
                    (x, d) -> x[0].affine(x[1], x[2])),
            new GradientCase("affineOfRelu", Domain.AWAY_FROM_KINKS,
                    d -> shapes(Shape.of(d.m(), d.k(), d.m()), Shape.of(d.k() * d.m(), d.n()),
                            Shape.of(d.n())),
                    (x, d) -> x[0].affineOfRelu(x[1], x[2])),
            of("conv2d", ConvolutionDraw::shapes, (x, d) -> x[0].conv2d(x[1], x[2],
                    ConvolutionDraw.stride(d), ConvolutionDraw.pad(d))),
            of("lstm", LstmDraw::shapes, (x, d) -> x[0].lstm(x[1], x[2], x[3], x[4])),
            pairs("add", Tensor::add),
            pairs("sub", Tensor::sub),
            pairs("mul", Tensor::mul),
            pairs("div", Tensor::div),
            of("square of itself by mul", d -> shapes(d.any()), (x, d) -> x[0].mul(x[0])),
            unequal("minimum", Tensor::minimum),
            unequal("maximum", Tensor::maximum),
            each("scale", Domain.ANY, x -> x.scale(-1.5f)),
            each("shift", Domain.ANY, x -> x.shift(0.75f)),
            each("neg", Domain.ANY, Tensor::neg),
            each("reciprocal", Domain.AWAY_FROM_KINKS, Tensor::reciprocal),
            each("abs", Domain.AWAY_FROM_KINKS, Tensor::abs),
            each("square", Domain.ANY, Tensor::square),
            each("sqrt", Domain.POSITIVE, Tensor::sqrt),
            each("exp", Domain.ANY, Tensor::exp),
            each("log", Domain.POSITIVE, Tensor::log),
            each("relu", Domain.AWAY_FROM_KINKS, Tensor::relu),
            each("tanh", Domain.ANY, Tensor::tanh),
            each("sigmoid", Domain.ANY, Tensor::sigmoid),
            each("softplus", Domain.ANY, Tensor::softplus),
            each("clamp", Domain.AWAY_FROM_KINKS, x -> x.clamp(-0.5f, 1.25f)),
            each("huber", Domain.AWAY_FROM_KINKS, x -> x.huber(0.75f)),
            each("read", Domain.ANY, x -> x.tape.read(x)),
            each("flatten", Domain.ANY, Tensor::flatten),
            of("reshape [m, k, n] to [n m, k]", d -> shapes(Shape.of(d.m(), d.k(), d.n())),
                    (x, d) -> x[0].reshape(Shape.of(d.n() * d.m(), d.k()))),
            of("transpose", d -> shapes(Shape.of(d.m(), d.n())), (x, d) -> x[0].transpose()),
            of("permute", d -> shapes(d.any()), (x, d) -> x[0].permute(d.order(x[0].shape()))),
            of("softmax", d -> shapes(d.withColumns()), (x, d) -> x[0].softmax()),
            of("logSoftmax", d -> shapes(d.withColumns()), (x, d) -> x[0].logSoftmax()),
            of("entropy", d -> shapes(d.withColumns()), (x, d) -> x[0].entropy()),
            of("pick", d -> shapes(Shape.of(d.m(), d.n() + 1)),
                    (x, d) -> x[0].pick(d.index(d.m(), d.n() + 1))),
            of("rows", d -> shapes(Shape.of(d.m() + 1, d.k())),
                    (x, d) -> x[0].rows(d.index(d.n(), d.m() + 1))),
            of("slice", d -> shapes(d.vectorOrMore()), (x, d) -> d.slice(x[0])),
            of("concat", d -> shapes(Shape.of(d.m(), d.k()), Shape.of(d.n(), d.k())),
                    (x, d) -> Tensor.concat(-2, x[0], x[1], x[0])),
            of("concat rows", d -> shapes(Shape.of(d.m(), d.k()), Shape.of(d.m(), d.n())),
                    (x, d) -> Tensor.concat(1, x[1], x[0])),
            of("stack", d -> shapes(Shape.of(d.m(), d.n()), Shape.of(d.m(), d.n())),
                    (x, d) -> Tensor.stack(d.order(Shape.of(1, 1, 1))[0], x[0], x[1], x[0], x[1])),
            of("sum", d -> shapes(d.any()), (x, d) -> x[0].sum()),
            of("mean", d -> shapes(d.someElements()), (x, d) -> x[0].mean()),
            of("max", d -> shapes(d.someElements()), (x, d) -> apart(x[0]).max()),
            of("logSumExp", d -> shapes(d.someElements()), (x, d) -> x[0].logSumExp()),
            of("sum over an axis", d -> shapes(d.vectorOrMore()),
                    (x, d) -> x[0].sum(d.axis(x[0].shape()))),
            of("mean over an axis", d -> shapes(d.someElements()),
                    (x, d) -> x[0].mean(d.axis(x[0].shape()))),
            of("max over an axis", d -> shapes(d.someElements()),
                    (x, d) -> apart(x[0]).max(d.axis(x[0].shape()))),
            of("logSumExp over an axis", d -> shapes(d.someElements()),
                    (x, d) -> x[0].logSumExp(d.axis(x[0].shape()))),
            of("detach in detach(x) z + x", d -> shapes(d.any(), d.any()),
                    (x, d) -> x[0].detach().mul(x[1]).add(x[0])),
            of("Kullback-Leibler divergence", d -> shapes(d.withColumns(), d.withColumns()),
                    (x, d) -> Distributions.klDivergence(x[0], x[0].tape.read(x[1]))),
            new GradientCase("Gaussian", Domain.POSITIVE,
                    d -> shapes(d.withColumns(), d.withColumns(), d.withColumns()),
                    (x, d) -> gaussian(x[0], x[1], x[0].tape.read(x[2]))));

    /** No two elements so near that a small difference makes the other one the largest. */
    private static Tensor apart(Tensor x) {
        float[] steps = new float[x.size()];
        for (int e = 0; e < steps.length; e++) steps[e] = e * 7919L % steps.length / 4f;
        return x.scale(1 / 32f).add(x.tape.constant(steps, x.shape()));
    }

    private static Tensor gaussian(Tensor a, Tensor mean, Tensor variance) {
        return Distributions.gaussianLogDensity(a, mean, variance)
                .add(Distributions.gaussianEntropy(variance));
    }

    private static GradientCase of(String name, Function<Draw, Shape[]> shapes,
                                   BiFunction<Tensor[], Draw, Tensor> tensors) {
        return new GradientCase(name, Domain.ANY, shapes, tensors);
    }

    private static GradientCase pairs(String name, BiFunction<Tensor, Tensor, Tensor> tensors) {
        return new GradientCase(name, Domain.AWAY_FROM_KINKS,
                d -> shapes(d.stretchable(0), d.stretchable(1)),
                (x, d) -> tensors.apply(x[0], x[1]));
    }

    /** Never the same value in both: the first is half a step of the grid beside the second. */
    private static GradientCase unequal(String name, BiFunction<Tensor, Tensor, Tensor> tensors) {
        return pairs(name, (x, z) -> tensors.apply(x.shift(1 / 64f), z));
    }

    private static GradientCase each(String name, Domain domain, UnaryOperator<Tensor> tensors) {
        return new GradientCase(name, domain, d -> shapes(d.any()),
                (x, d) -> tensors.apply(x[0]));
    }

    private static Shape[] shapes(Shape... shapes) {
        return shapes;
    }
}
