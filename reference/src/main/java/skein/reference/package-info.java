/**
 * Values computed with software that Skein did not write, to test Skein against.
 *
 * <p>The cases lie as {@code *.ref} files beside this package; their {@code README.md} tells the
 * format, the formulas and where the numbers come from. {@link skein.reference.ReferenceCase} reads
 * all of them but the plays of games, which {@link skein.reference.MinAtarTrace} reads. Only tests
 * use this module.
 */
package skein.reference;
