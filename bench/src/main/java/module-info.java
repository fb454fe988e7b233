/** Measurements. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module skein.bench {
    requires com.google.gson;
    requires java.desktop;
    requires jdk.management;
    requires transitive jmh.core;
    requires org.knowm.xchart;
    requires skein.envs;
    requires skein.nn;
    requires skein.rl;
    requires skein.tensor;
    requires skein.tensor.vector;

    exports skein.bench;
}
