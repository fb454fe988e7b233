// Exercise 1: the discounted return
double discounted(double[] rewards, double gamma) {
    double sum = 0;
    for (int t = rewards.length - 1; t >= 0; t--) sum = rewards[t] + gamma * sum;
    return sum;
}

// Exercise 2: a rule that looks ahead
int balance(float[] s) {
    return s[2] + 0.5 * s[3] > 0 ? 1 : 0;
}

// Exercise 3: how an episode ended
String why(Step step) {
    if (step.terminated()) return "fell";
    return step.truncated() ? "time" : "goes on";
}
