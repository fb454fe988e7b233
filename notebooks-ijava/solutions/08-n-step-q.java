// Exercise 1: as many episodes as segments
int episodesUntilHeard(int L, int tMax) {
    return (L + tMax - 1) / tMax;
}

// Exercise 2: squared bias and variance
double expectedSquare(int n, double gamma, double b, double sigma) {
    double bias = Math.pow(gamma, n) * b;
    double variance = 0;
    for (int i = 0; i < n; i++) variance += Math.pow(gamma, 2 * i) * sigma * sigma;
    return bias * bias + variance;
}

// Exercise 3: to the end of the segment, or of the episode
int rewardsIn(int i, int steps, int tMax) {
    int end = Math.min(steps, (i / tMax + 1) * tMax);
    return end - i;
}
