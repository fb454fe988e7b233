// Exercise 1: a step to both sides, not too small
double slope(DoubleUnaryOperator f, double x) {
    double h = 1e-5;
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
}

// Exercise 2: elu
Operation repaired = new Each("elu") {
    @Override double f(double x) { return x > 0 ? x : Math.expm1(x); }
    @Override double df(double x, double y) { return x > 0 ? 1 : y + 1; }
};

// Exercise 3: gradients are added
class Product extends Operation {
    Product() { super("product"); }
    @Override protected void forward(Tensor y) {
        float[] a = y.input(0).data(), b = y.input(1).data();
        for (int i = 0; i < y.size(); i++) y.data()[i] = a[i] * b[i];
    }
    @Override protected void backward(Tensor y) {
        Tensor a = y.input(0), b = y.input(1);
        for (int i = 0; i < y.size(); i++) a.gradient()[i] += y.gradient()[i] * b.data()[i];
        for (int i = 0; i < y.size(); i++) b.gradient()[i] += y.gradient()[i] * a.data()[i];
    }
}
