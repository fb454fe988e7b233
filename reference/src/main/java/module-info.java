/** Cases recorded with PyTorch, Gymnasium and MinAtar, and the readers of their text format. */
module skein.reference {
    exports skein.reference;
}
