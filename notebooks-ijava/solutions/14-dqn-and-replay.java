// Exercise 1: a ring is a remainder
long slot(long k, long capacity) {
    return k % capacity;
}

long oldest(long k, long capacity) {
    return Math.max(0, k - capacity + 1);
}

// Exercise 2: θ chooses, θ⁻ values
double doubleTarget(double r, boolean terminated, double gamma, double[] q, double[] qMinus) {
    int best = 0;
    for (int a = 1; a < q.length; a++) if (q[a] > q[best]) best = a;
    return terminated ? r : r + gamma * qMinus[best];
}

// Exercise 3: what is drawn often counts less
double weight(double probability, int n, double beta) {
    return Math.pow(1 / (n * probability), beta);
}
