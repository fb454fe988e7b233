/** Cases recorded with PyTorch and Gymnasium, and the reader of their text format. */
module skein.reference {
    exports skein.reference;
}
