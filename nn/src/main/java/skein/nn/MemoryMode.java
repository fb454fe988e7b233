package skein.nn;

import java.util.Locale;

/**
 * How threads read and write what they share: θ, and the g of {@link SharedRmsProp}. Chosen where θ
 * is made, by {@link Parameters#withMemory}; the algorithms do not know which it is.
 *
 * <p>In the order of what they promise, and of what that costs:
 *
 * <pre>
 *                               FENCED      OPAQUE      ATOMIC      LOCKED
 * an element is torn            never       never       never       never
 * one's own writes are seen     at once     at once     at once     at once
 * those of others are seen      after their in finite   at once     when they are
 *                               next tick   time                    complete
 * a step of one weight          may be      may be      is kept     is kept
 *   that meets another's        lost        lost
 * a copy of θ holds parts of    yes         yes         yes         no
 *   updates by others
 * updates at the same time      yes         yes         yes         no
 * the loop is SIMD code         yes         no          no          yes
 * </pre>
 *
 * <p>Why losing is allowed: the step that got lost is one of this weight only; the next gradient is
 * computed from what is there, so nothing wrong stays behind (Hogwild!, Recht et al. 2011, with a
 * proof for sparse gradients; Mnih et al. 2016, with the experience for dense ones). Reading an old
 * or a mixed θ is as harmless: it gives the gradient at a point close by.
 *
 * <p>No mode reaches into a forward pass. A learner runs it on its own θ′, which nobody else sees;
 * the one-step methods run it on θ itself, and the Q methods on θ⁻, with plain reads whatever the
 * mode.
 *
 * <p>{@code docs/SHARED-MEMORY.md} tells the whole story, with what the stress tests saw.
 */
public enum MemoryMode {
    /** Plain SIMD loops between two fences; the default. Trains as fast as any. */
    FENCED,

    /** Each element read and written by itself, without waiting; a step may still be lost. */
    OPAQUE,

    /** Each element changed in one indivisible step; nothing is lost. */
    ATOMIC,

    /** One lock, which an update or a copy has for itself; what Hogwild! does without. */
    LOCKED;

    private static final SharedMemory FENCED_MEMORY = new FencedMemory();
    private static final SharedMemory OPAQUE_MEMORY = new OpaqueMemory();
    private static final SharedMemory ATOMIC_MEMORY = new AtomicMemory();

    /** For one θ and what belongs to it: LOCKED has a lock for each. */
    SharedMemory create() {
        return switch (this) {
            case FENCED -> FENCED_MEMORY;
            case OPAQUE -> OPAQUE_MEMORY;
            case ATOMIC -> ATOMIC_MEMORY;
            case LOCKED -> new LockedMemory();
        };
    }

    /** {@return whether a step of one weight that meets another's may be lost} */
    public boolean mayLose() {
        return this == FENCED || this == OPAQUE;
    }

    /** {@return its name on the command line} */
    @Override public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
