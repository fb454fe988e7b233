// Exercise 1: a guess brings nothing
double meanOfTheTurn(double p) {
    return 0.5 * (p - (1 - p)) + 0.5 * ((1 - p) - p);
}

// Exercise 2: f^n = 1/2
double halfLife(double f) {
    return Math.log(0.5) / Math.log(f);
}

// Exercise 3: write the sign, keep it otherwise
double remember(double c, float[] s) {
    return s[0] != 0 ? s[0] : c;
}
