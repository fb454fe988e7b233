/**
 * Measurements, so that a figure in the docs is one that anybody can get again.
 *
 * <p>{@code Bench_NN_Topic} are JMH benchmarks, a course to be read in their order: what a learner
 * does (01), its products, networks and gradients (02 to 06), what threads share (07 to 09), what
 * another thread buys (10), and the worlds (11). {@code bench/course/run} runs them all, and
 * {@code CoursePictures} draws them.
 *
 * <p>The others are programs with a table as their output, run with the same jar as class path;
 * each says how in its first lines. {@code NetworkSpeed}, {@code TrainingSpeed} and {@code
 * MachineSpeed} answer line by line instead: {@code bench/peers/run} asks them, and PyTorch, in
 * turn.
 */
package skein.bench;
