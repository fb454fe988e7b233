package skein.lab.run;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import skein.lab.error.UserError;
import skein.nn.Layout;
import skein.nn.Parameters;

/** A network's parameters as {@code parameters.npz}: one array for each, under its name. */
public final class Checkpoint {
    private Checkpoint() {
    }

    /**
     * Writes them all, or leaves an old file as it was.
     *
     * @param file  where to
     * @param theta θ; learners may go on changing it
     * @throws UserError if the file cannot be written
     */
    public static void save(Path file, Parameters theta) {
        Map<String, Npz.Array> arrays = new LinkedHashMap<>();
        for (Layout.Entry entry : theta.layout().entries()) {
            int end = entry.offset() + entry.shape().size();
            arrays.put(entry.name(), new Npz.Array(entry.shape().toArray(),
                    Arrays.copyOfRange(theta.values(), entry.offset(), end)));
        }
        Npz.write(file, arrays);
    }

    static Parameters load(Path file, Layout layout) {
        Map<String, Npz.Array> arrays = Npz.read(file);
        Parameters theta = layout.zeros();
        for (Layout.Entry entry : layout.entries()) {
            Npz.Array array = arrays.remove(entry.name());
            if (array == null) throw foreign(file, "it has no array " + entry.name());
            if (!Arrays.equals(array.shape(), entry.shape().toArray())) {
                throw foreign(file, entry.name() + " has shape " + Arrays.toString(array.shape())
                        + " instead of " + entry.shape());
            }
            System.arraycopy(array.data(), 0, theta.values(), entry.offset(), array.data().length);
        }
        if (!arrays.isEmpty()) throw foreign(file, "it also has " + arrays.keySet());
        if (theta.firstNotFinite() != null) {
            throw new UserError(file + " cannot be used: " + theta.firstNotFinite()
                    + " holds NaN or infinity.");
        }
        return theta;
    }

    private static UserError foreign(Path file, String difference) {
        return new UserError(file + " does not fit the network that config.json describes: "
                + difference + ".");
    }
}
