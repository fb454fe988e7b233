/**
 * What learns: parameters, the layers that use them, and the rules that change them.
 *
 * <p>A layer does not hold its weights. It enters their names and shapes into a
 * {@link skein.nn.Layout}, and is later told on which {@link skein.nn.Parameters} to run; so the
 * same network runs on the shared θ, on a thread's copy θ′ and on a target network θ⁻.
 *
 * <p>Read in this order: {@link skein.nn.Layout}, {@link skein.nn.Parameters},
 * {@link skein.nn.Initializer}, {@link skein.nn.Linear}, then what an update is made of:
 * {@link skein.nn.GradientClipping}, {@link skein.nn.LinearAnnealing},
 * {@link skein.nn.SharedRmsProp}.
 */
package skein.nn;
