/**
 * Values computed with software that Skein did not write, to test Skein against.
 *
 * <p>The cases lie as {@code *.ref} files beside this package; their {@code README.md} tells the
 * format, the formulas and where the numbers come from. {@link skein.reference.ReferenceCase} is
 * the whole reader. Only tests use this module.
 */
package skein.reference;
