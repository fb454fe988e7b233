package skein.tensor;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * An operation twice: on tensors, and in double precision as one would write it on the board.
 *
 * @param name    the operation
 * @param domain  which values its inputs may have
 * @param shapes  the shapes of its inputs
 * @param tensors the operation that is tested
 * @param shadow  what it ought to compute
 */
record GradientCase(String name, Domain domain, Function<Draw, Shape[]> shapes,
                    BiFunction<Tensor[], Draw, Tensor> tensors,
                    Function<Shadow, double[]> shadow) {

    /** Which values an operation is differentiable at, and not too steep for a difference. */
    enum Domain {
        ANY, NOT_NEAR_ZERO, POSITIVE;

        float draw(RandomGenerator rng) {
            if (this == ANY) return rng.nextFloat(-2, 2);
            float value = rng.nextFloat(0.25f, 2);
            return this == POSITIVE || rng.nextBoolean() ? value : -value;
        }
    }

    static final List<GradientCase> ALL = List.of(
            of("matmul", d -> shapes(Shape.of(d.m(), d.k()), Shape.of(d.k(), d.n())),
                    (x, d) -> x[0].matmul(x[1]), Shadow::product),
            of("affine",
                    d -> shapes(Shape.of(d.m(), d.k()), Shape.of(d.k(), d.n()), Shape.of(d.n())),
                    (x, d) -> x[0].affine(x[1], x[2]), Shadow::affine),
            of("conv2d", d -> ConvolutionShadow.shapes(d), (x, d) -> x[0].conv2d(x[1], x[2],
                    ConvolutionShadow.stride(d), ConvolutionShadow.pad(d)), ConvolutionShadow::y),
            pairs("add", Tensor::add, (x, z) -> x + z),
            pairs("sub", Tensor::sub, (x, z) -> x - z),
            pairs("mul", Tensor::mul, (x, z) -> x * z),
            pairs("div", Tensor::div, (x, z) -> x / z),
            of("square of itself by mul", d -> shapes(d.any()),
                    (x, d) -> x[0].mul(x[0]), Shadow.each(x -> x * x)),
            each("scale by -1.5", Domain.ANY, x -> x.scale(-1.5f), x -> -1.5 * x),
            each("shift by 0.75", Domain.ANY, x -> x.shift(0.75f), x -> x + 0.75),
            each("neg", Domain.ANY, Tensor::neg, x -> -x),
            each("tanh", Domain.ANY, Tensor::tanh, Math::tanh),
            each("relu", Domain.NOT_NEAR_ZERO, Tensor::relu, x -> x > 0 ? x : 0),
            each("exp", Domain.ANY, Tensor::exp, Math::exp),
            each("log", Domain.POSITIVE, Tensor::log, Math::log),
            each("square", Domain.ANY, Tensor::square, x -> x * x),
            each("read", Domain.ANY, x -> x.tape.read(x), x -> x),
            each("flatten", Domain.ANY, Tensor::flatten, x -> x),
            of("reshape [m, k, n] to [n m, k]", d -> shapes(Shape.of(d.m(), d.k(), d.n())),
                    (x, d) -> x[0].reshape(Shape.of(d.n() * d.m(), d.k())), Shadow.each(x -> x)),
            of("logSoftmax", d -> shapes(d.withColumns()),
                    (x, d) -> x[0].logSoftmax(), Shadow::logSoftmax),
            of("entropy", d -> shapes(d.withColumns()),
                    (x, d) -> x[0].entropy(), Shadow::entropy),
            of("pick", d -> shapes(Shape.of(d.m(), d.n() + 1)),
                    (x, d) -> x[0].pick(d.index(d.m(), d.n() + 1)),
                    in -> in.pick(in.draw().index(in.draw().m(), in.draw().n() + 1))),
            of("sum", d -> shapes(d.any()), (x, d) -> x[0].sum(), Shadow::sum),
            of("mean", d -> shapes(d.someElements()), (x, d) -> x[0].mean(), Shadow::mean),
            of("sum over an axis", d -> shapes(d.vectorOrMore()),
                    (x, d) -> x[0].sum(d.axis(x[0].shape())),
                    in -> in.sum(in.draw().axis(in.shape()[0]))),
            of("mean over an axis", d -> shapes(d.someElements()),
                    (x, d) -> x[0].mean(d.axis(x[0].shape())),
                    in -> in.mean(in.draw().axis(in.shape()[0]))),
            of("detach in detach(x) z + x", d -> shapes(d.any(), d.any()),
                    (x, d) -> x[0].detach().mul(x[1]).add(x[0]), Shadow::detached));

    private static GradientCase of(String name, Function<Draw, Shape[]> shapes,
                                   BiFunction<Tensor[], Draw, Tensor> tensors,
                                   Function<Shadow, double[]> shadow) {
        return new GradientCase(name, Domain.ANY, shapes, tensors, shadow);
    }

    private static GradientCase pairs(String name, BiFunction<Tensor, Tensor, Tensor> tensors,
                                      DoubleBinaryOperator shadow) {
        return new GradientCase(name, Domain.NOT_NEAR_ZERO,
                d -> shapes(d.stretchable(0), d.stretchable(1)),
                (x, d) -> tensors.apply(x[0], x[1]), Shadow.pairs(shadow));
    }

    private static GradientCase each(String name, Domain domain, UnaryOperator<Tensor> tensors,
                                     DoubleUnaryOperator shadow) {
        return new GradientCase(name, domain, d -> shapes(d.any()),
                (x, d) -> tensors.apply(x[0]), Shadow.each(shadow));
    }

    private static Shape[] shapes(Shape... shapes) {
        return shapes;
    }
}
