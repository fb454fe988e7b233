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
import skein.nn.GradientClipping;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.rl.loss.ActorCriticLoss;
import skein.rl.memory.Rollout;
import skein.rl.network.ActorCritic;
import skein.rl.network.ActorCriticNetwork;
import skein.rl.policy.Categorical;
import skein.rl.returns.Returns;
import skein.tensor.Tensor;

/**
 * What one actor-learner of A3C does between two steps of the world, in its two parts: to act, one
 * forward pass and a draw; to learn, θ′ ← θ, a segment forward and back, and the shared update.
 *
 * <p>Run: {@code java -jar bench/target/benchmarks.jar Bench_01 -prof gc}
 *
 * <p>What you should see: act well under a microsecond, learn some microseconds for 20 steps, and
 * {@code gc.alloc.rate.norm} 0 B/op for both (JMH shows 10⁻³ or so, its own).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class Bench_01_ActAndLearn {
    /** Which kernels compute. */
    @Param({"plain", "vector"})
    public String kernels;

    /** Steps in a segment, t_max. */
    @Param({"5", "20"})
    public int tMax;

    private final SplittableRandom rng = new SplittableRandom(1);
    private final float[] s = {0.01f, -0.02f, 0.03f, -0.04f};
    private Parameters theta;
    private Parameters thetaPrime;
    private Parameters dTheta;
    private ActorCritic network;
    private Optimizer optimizer;
    private ActorCriticLoss loss;
    private GradientClipping clipping;
    private Rollout rollout;
    private float[] returns;

    /** One benchmark of each kind. */
    public Bench_01_ActAndLearn() {
    }

    /** CartPole's network, and a segment of states around the upright one. */
    @Setup public void prepare() {
        System.setProperty("skein.kernels", kernels);
        ActorCriticNetwork definition = CartPoleRun.newNetwork();
        theta = definition.layout().initialize(rng);
        dTheta = definition.layout().zeros();
        thetaPrime = definition.layout().zeros().withGradient(dTheta);
        theta.copyTo(thetaPrime);
        network = new ActorCritic(definition, thetaPrime);
        optimizer = CartPoleRun.newOptimizer(theta).learner(0, 1);
        loss = new ActorCriticLoss(1e-3, 0.5);
        clipping = new GradientClipping(40);
        rollout = new Rollout(tMax, 4);
        returns = new float[tMax];
        for (int i = 0; i < tMax; i++) {
            for (int k = 0; k < 4; k++) s[k] = (float) rng.nextGaussian() * 0.1f;
            rollout.add(s, rng.nextInt(2), 1);
        }
    }

    /**
     * One state, one action.
     *
     * @return the action
     */
    @Benchmark public int act() {
        return Categorical.sample(network.logits(s), rng);
    }

    /**
     * One segment.
     *
     * @return the gradient's norm
     */
    @Benchmark public double learn() {
        dTheta.clear();
        theta.copyTo(thetaPrime);
        Returns.discounted(rollout.rewards(), tMax, network.value(s), 0.99, returns);
        network.forward(rollout.observations(), tMax);
        Tensor L = loss.of(network.logits(), network.values(), rollout.actions(), returns,
                network.tape());
        network.backward(L);
        double norm = clipping.clip(dTheta);
        optimizer.update(dTheta, 1e-9);                      // so small that θ stays where it is
        return norm;
    }
}
