// Exercise 1: Expected Sarsa
double expected(double[] q, double epsilon) {
    double sum = 0;
    for (double x : q) sum += x;
    return epsilon * sum / q.length + (1 - epsilon) * max(q);
}

// Exercise 2: the target of one-step Q
double y(Step step, double[] qMinus, double gamma) {
    return step.terminated() ? step.reward() : step.reward() + gamma * max(qMinus);
}

// Exercise 3: ε falls in a straight line
double epsilon(long T, long steps, double last) {
    return 1 - (1 - last) * Math.min(1, (double) T / steps);
}
