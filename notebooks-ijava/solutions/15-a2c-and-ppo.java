// Exercise 1: the clipped objective
double clipped(double rho, double A, double epsilon) {
    double near = Math.max(1 - epsilon, Math.min(1 + epsilon, rho));
    return Math.min(rho * A, near * A);
}

// Exercise 2: which samples still teach
boolean teaches(double rho, double A, double epsilon) {
    if (A == 0) return false;
    return A > 0 ? rho < 1 + epsilon : rho > 1 - epsilon;
}

// Exercise 3: the penalty looks for its place
double adapted(double k, double d, double target) {
    if (d < target / 1.5) return k / 2;
    return d > 1.5 * target ? 2 * k : k;
}
