// Exercise 1: rewards 1, 0, 2, and a state that is worth 8
double[] onPaper() {
    return new double[] {2.5, 3, 6};
}

// Exercise 2: what comes after the last step
double after(boolean terminated, boolean truncated, double V) {
    return terminated ? 0 : V;
}

// Exercise 3: generalized advantage estimation
double[] advantages(double[] rewards, double[] V, double gamma, double lambda) {
    double[] A = new double[rewards.length];
    double later = 0;
    for (int t = A.length - 1; t >= 0; t--) {
        later = rewards[t] + gamma * V[t + 1] - V[t] + gamma * lambda * later;
        A[t] = later;
    }
    return A;
}
