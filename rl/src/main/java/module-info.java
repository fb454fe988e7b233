/** The algorithms, in the order in which a datum travels. */
module skein.rl {
    requires transitive skein.tensor;
    requires transitive skein.nn;
    requires transitive skein.envs;

    exports skein.rl.network;
    exports skein.rl.policy;
    exports skein.rl.memory;
    exports skein.rl.returns;
    exports skein.rl.loss;
    exports skein.rl.thread;
    exports skein.rl.telemetry;
    exports skein.rl.algorithm;
    exports skein.rl.evaluation;
}
