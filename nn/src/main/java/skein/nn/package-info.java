/**
 * What learns: parameters, the layers that use them, and the rules that change them.
 *
 * <p>A layer does not hold its weights. It enters their names and shapes into a
 * {@link skein.nn.Layout}, and is later told on which {@link skein.nn.Parameters} to run; so the
 * same network runs on the shared θ, on a thread's copy θ′ and on a target network θ⁻.
 *
 * <p>Read in this order:
 * <ol>
 * <li>where weights are: {@link skein.nn.Layout}, {@link skein.nn.Parameters},
 *     {@link skein.nn.Initializer};
 * <li>what uses them: {@link skein.nn.Linear}, {@link skein.nn.Conv2d}, {@link skein.nn.LstmCell};
 *     {@link skein.nn.Activation}, {@link skein.nn.Flatten} and {@link skein.nn.LayerNorm} stand
 *     between them, and {@link skein.nn.Sequential} puts {@link skein.nn.Layer}s one after another;
 * <li>what an update is made of: {@link skein.nn.GradientClipping},
 *     {@link skein.nn.LinearAnnealing}, and an {@link skein.nn.Optimizer}: the paper's three,
 *     {@link skein.nn.MomentumSgd}, {@link skein.nn.RmsProp} and {@link skein.nn.SharedRmsProp},
 *     and for the algorithms beside them {@link skein.nn.Adam}; what became NaN or infinite
 *     meanwhile is told by a {@link skein.nn.NotFiniteException};
 * <li>how threads share all that: {@link skein.nn.MemoryMode}, and then the file of each mode,
 *     {@code FencedMemory}, {@code OpaqueMemory}, {@code AtomicMemory} and {@code LockedMemory}.
 * </ol>
 */
package skein.nn;
