// Exercise 1: the gradient of log π
double[] score(double[] pi, int a) {
    double[] score = new double[pi.length];
    for (int k = 0; k < pi.length; k++) score[k] = (k == a ? 1 : 0) - pi[k];
    return score;
}

// Exercise 2: the baseline with the least variance
double bestBaseline(double[] pi, double[] meanReward, double[] norm2) {
    double above = 0;
    double below = 0;
    for (int a = 0; a < pi.length; a++) {
        above += pi[a] * norm2[a] * meanReward[a];
        below += pi[a] * norm2[a];
    }
    return above / below;
}

// Exercise 3: the entropy
double entropy(double[] pi) {
    double H = 0;
    for (double p : pi) {
        if (p > 0) H -= p * Math.log(p);
    }
    return H;
}
