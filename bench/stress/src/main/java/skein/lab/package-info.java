/** Stress tests of classes that only {@code skein.lab} sees; {@code skein.stress} has the others. */
package skein.lab;
