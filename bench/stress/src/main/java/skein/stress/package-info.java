/**
 * What threads may see of each other, tried out on Skein's own classes some hundred million times:
 * a course in the form of jcstress tests. Run them with {@code bench/stress/run}; each file says
 * what one should see, {@code docs/SHARED-MEMORY.md} what was seen.
 *
 * <p>In every test two or three actors, each in a thread, do one small thing to an object that was
 * made for this one sample; then somebody looks at what came of it. An outcome is ACCEPTABLE;
 * ACCEPTABLE_INTERESTING, when it is allowed but a surprise; or FORBIDDEN, and then the test
 * failed. That something was never seen is no proof; that it was seen is one.
 *
 * <p>Where a test is made for several modes, each mode is a class with its own actors, which are
 * alike in all: jcstress looks for actors in a test's own class, not in what it extends.
 *
 * <ol>
 * <li>{@link skein.stress.Stress_01_Tearing}: an element is what somebody wrote, whole.
 * <li>{@link skein.stress.Stress_02_LostSteps}: two learners change one weight.
 * <li>{@link skein.stress.Stress_03_LostSquares}: the same for g.
 * <li>{@link skein.stress.Stress_04_Copies}: θ′ ← θ while θ changes.
 * <li>{@link skein.stress.Stress_05_Publication}: who sees a step sees the update before it.
 * <li>{@link skein.stress.Stress_06_Steps}: every step is counted once.
 * <li>{@link skein.stress.Stress_07_Intervals}: every I_target steps, exactly once.
 * <li>{@link skein.stress.Stress_08_Stop}: the stop flag is seen, and what was done before it.
 * <li>{@code Stress_09_Statistics}, in {@code skein.lab.train}, and {@code Stress_10_Figures}, in
 *     {@code skein.rl.telemetry}: what learners hand to the reporter is whole.
 * </ol>
 */
package skein.stress;
