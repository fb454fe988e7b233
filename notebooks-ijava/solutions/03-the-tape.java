// Exercise 1: the chain rule
double dLdw(double w, double b, double x) {
    double y = Math.tanh(w * x + b);
    return 2 * (y - 1) * (1 - y * y) * x;
}

// Exercise 2: a step of gradient descent
void descend(float[] theta, float[] dTheta, double eta) {
    for (int i = 0; i < theta.length; i++) {
        theta[i] -= (float) (eta * dTheta[i]);
        dTheta[i] = 0;
    }
}

// Exercise 3: what is held constant
double[] gradients() {
    return new double[] {5, 1, 3};
}
