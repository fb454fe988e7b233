/**
 * Measurements, so that a figure in the docs is one that anybody can get again.
 *
 * <p>{@code Bench_NN_Topic} are JMH benchmarks: {@code java -jar bench/target/benchmarks.jar}. The
 * others are programs with a table as their output, run with the same jar as class path; each says
 * how in its first lines. {@code NetworkSpeed} and {@code MachineSpeed} answer line by line instead:
 * {@code bench/peers/run} asks them, and PyTorch, in turn.
 */
package skein.bench;
