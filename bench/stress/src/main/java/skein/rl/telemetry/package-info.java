/** A stress test of what only telemetry sees; {@code skein.stress} has the others. */
package skein.rl.telemetry;
