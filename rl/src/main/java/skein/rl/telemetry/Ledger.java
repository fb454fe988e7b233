package skein.rl.telemetry;

import skein.nn.Optimizer;
import skein.nn.Parameters;

/**
 * What one learner's steps on a sample of the weights add up to, in sums of its own, where nobody
 * can overwrite a step. Only its learner writes it.
 */
final class Ledger {
    private final Sample sample;
    private final Cells cells;               // [K + 1]: Σ steps of each weight; Σ of all squares

    Ledger(Sample sample) {
        this.sample = sample;
        cells = new Cells(sample.size() + 1);
    }

    /** After an update. */
    void enter(Optimizer optimizer, Parameters dTheta, double eta) {
        double squares = 0;
        for (int k = 0; k < sample.size(); k++) {
            double step = optimizer.lastStep(dTheta, eta, sample.at(k));
            cells.addDouble(k, step);
            squares += step * step;
        }
        cells.addDouble(sample.size(), squares);
    }

    /** The sum of what it took off weight k. Any thread. */
    double sum(int k) {
        return cells.getDouble(k);
    }

    /** The sum of the squares of all its steps. Any thread. */
    double squares() {
        return cells.getDouble(sample.size());
    }
}
