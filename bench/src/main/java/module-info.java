/** Measurements. */
@SuppressWarnings("requires-automatic")
module skein.bench {
    requires java.desktop;
    requires jdk.management;
    requires jmh.core;
    requires skein.envs;
    requires skein.nn;
    requires skein.rl;
    requires skein.tensor;
    requires skein.tensor.vector;

    exports skein.bench;
}
