package skein.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import skein.nn.Parameters;
import skein.rl.loss.ActorCriticLoss;
import skein.rl.network.ActorCritic;
import skein.rl.network.ActorCriticNetwork;
import skein.tensor.Tensor;

/**
 * Does it cost anything that gradients come by themselves? The same gradient, of A3C's loss of
 * CartPole's network on a segment of five, three times: written out by hand on bare arrays; by the
 * tape; and the wrong way, with a new tape each time. All call the same kernels.
 *
 * <p>The tape keeps its nodes and arrays, so what remains of it is a walk along a list. A new one
 * has to make all of them again: that is what costs, and not that operations are recorded.
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_06 -prof gc}
 *
 * <p>What you should see (JDK 25, a busy machine): the tape 1.2 times the time by hand with vector
 * kernels, 1.4 times with plain ones; a new tape each time 2.3 and 1.5 times, and 20 kB or more
 * for each gradient, where the others allocate nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Bench_06_Tape {
    private static final int SEGMENT = 5;                    // t_max (paper, section 8)
    private static final double BETA = 0.01;
    private static final double VALUE_COEFFICIENT = 0.5;

    /** Which kernels compute. */
    @Param({"plain", "vector"})
    public String kernels;

    private final ActorCriticLoss loss = new ActorCriticLoss(BETA, VALUE_COEFFICIENT);
    private final float[] s = new float[SEGMENT * 4];
    private final int[] actions = {0, 1, 0, 0, 1};
    private final float[] returns = {5, 4, 3, 2, 1};
    private ActorCriticNetwork definition;
    private Parameters theta;
    private Parameters dTheta;
    private ActorCritic network;
    private HandWritten hand;

    /** One benchmark of each kind. */
    public Bench_06_Tape() {
    }

    /** The network and a segment; refuses to begin if the two gradients differ. */
    @Setup public void prepare() {
        System.setProperty("skein.kernels", kernels);
        definition = CartPoleRun.newNetwork();
        SplittableRandom rng = new SplittableRandom(1);
        dTheta = definition.layout().zeros();
        theta = definition.layout().initialize(rng).withGradient(dTheta);
        network = new ActorCritic(definition, theta);
        hand = new HandWritten(theta, SEGMENT, 4, 128, 2, (float) BETA, (float) VALUE_COEFFICIENT);
        for (int i = 0; i < s.length; i++) s[i] = (float) rng.nextDouble(-0.1, 0.1);
        float[] byTape = tape().clone();
        float[] byHand = handWritten();
        for (int i = 0; i < byHand.length; i++) {
            if (Math.abs(byHand[i] - byTape[i]) > 1e-4 * (1 + Math.abs(byTape[i]))) {
                throw new IllegalStateException("Element " + i + " of the gradient is " + byHand[i]
                        + " by hand, but " + byTape[i] + " by the tape.");
            }
        }
    }

    /**
     * Each derivative written out, in the order in which it is needed.
     *
     * @return dθ
     */
    @Benchmark public float[] handWritten() {
        return hand.gradient(s, actions, returns);
    }

    /**
     * As the algorithms do it.
     *
     * @return dθ
     */
    @Benchmark public float[] tape() {
        return gradient(network);
    }

    /**
     * The wrong way: everything new.
     *
     * @return dθ
     */
    @Benchmark public float[] newTape() {
        return gradient(new ActorCritic(definition, theta));
    }

    private float[] gradient(ActorCritic network) {
        dTheta.clear();
        network.forward(s, SEGMENT);
        Tensor L = loss.of(network.logits(), network.values(), actions, returns, network.tape());
        network.backward(L);
        return dTheta.values();
    }
}
