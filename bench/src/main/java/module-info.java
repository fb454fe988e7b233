/** Measurements. */
@SuppressWarnings("requires-automatic")
module skein.bench {
    requires jmh.core;
    requires skein.envs;
    requires skein.nn;
    requires skein.rl;
    requires skein.tensor;

    exports skein.bench;
}
