// Exercise 1: the log density of a Gaussian
double logDensity(double a, double mean, double variance) {
    double d = a - mean;
    return -0.5 * (Math.log(2 * Math.PI * variance) + d * d / variance);
}

// Exercise 2: where -k σ² + β H has its maximum
double bestVariance(double k, double beta) {
    return beta / (2 * k);
}

// Exercise 3: the score of what was drawn
double gradientOfMean(double drawn, double mean, double variance) {
    return (drawn - mean) / variance;
}
