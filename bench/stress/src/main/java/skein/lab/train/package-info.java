/**
 * Stress tests of classes that only {@code skein.lab.train} sees; {@code skein.stress} has the
 * others.
 */
package skein.lab.train;
