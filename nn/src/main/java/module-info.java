/** Parameters, layers, initialization and the optimizers that threads share. */
module skein.nn {
    requires transitive skein.tensor;

    exports skein.nn;
}
