// Exercise 1: row-major order
int place(int i, int j, int columns) {
    return i * columns + j;
}

// Exercise 2: the matrix product
float[] product(float[] x, float[] w, int m, int k, int n) {
    float[] y = new float[m * n];
    for (int r = 0; r < m; r++) {
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < n; j++) y[r * n + j] += x[r * k + i] * w[i * n + j];
        }
    }
    return y;
}

// Exercise 3: log-sum-exp for scores of any size
double logSumExp(double[] z) {
    double m = Arrays.stream(z).max().orElseThrow();
    double sum = 0;
    for (double score : z) sum += Math.exp(score - m);
    return m + Math.log(sum);
}
