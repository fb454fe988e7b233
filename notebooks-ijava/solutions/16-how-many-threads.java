// Exercise 1: Amdahl's law
double amdahl(double p, int N) {
    return 1 / ((1 - p) + p / N);
}

// Exercise 2: at least one of N
double someoneExplores(int N) {
    return 1 - Math.pow(0.7, N);
}

// Exercise 3: who is done first
int first(double[] stepsNeeded, double[] stepsPerSecond) {
    int first = 0;
    for (int k = 1; k < stepsNeeded.length; k++) {
        double seconds = stepsNeeded[k] / stepsPerSecond[k];
        if (seconds < stepsNeeded[first] / stepsPerSecond[first]) first = k;
    }
    return first;
}
