// Exercise 1: four loops
float[][] convolve(float[][] x, float[][] w) {
    int H = x.length - w.length + 1, W = x[0].length - w[0].length + 1;
    float[][] y = new float[H][W];
    for (int i = 0; i < H; i++) {
        for (int j = 0; j < W; j++) {
            for (int u = 0; u < w.length; u++) {
                for (int v = 0; v < w[0].length; v++) y[i][j] += w[u][v] * x[i + u][j + v];
            }
        }
    }
    return y;
}

// Exercise 2: places, and parameters
int size(int n, int k, int stride, int pad) {
    return (n + 2 * pad - k) / stride + 1;
}

int parameters(int C, int F, int k) {
    return F * (C * k * k + 1);
}

// Exercise 3: the work
long multiplications(int C, int n, int F, int k, int stride) {
    int places = (n - k) / stride + 1;
    return (long) places * places * F * C * k * k;
}
