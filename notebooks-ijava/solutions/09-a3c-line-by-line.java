// Exercise 1: what the backward loop begins with
double bootstrap(Step last, double V) {
    return last.terminated() ? 0 : V;
}

// Exercise 2: actor, entropy, critic
double loss(double logPi, double H, double R, double V, double beta, double c) {
    double advantage = R - V;
    return -logPi * advantage - beta * H + c * advantage * advantage;
}

// Exercise 3: RMSProp
double[] rmsProp(double theta, double g, double dTheta, double eta, double alpha, double epsilon) {
    double mean = alpha * g + (1 - alpha) * dTheta * dTheta;
    return new double[] {theta - eta * dTheta / Math.sqrt(mean + epsilon), mean};
}
