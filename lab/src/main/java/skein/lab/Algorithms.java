package skein.lab;

import java.util.List;
import skein.envs.Nearest;

/** The algorithms that the command line knows. */
final class Algorithms {
    /**
     * A line of the list.
     *
     * @param name    on the command line
     * @param title   in print
     * @param summary one line
     */
    record Entry(String name, String title, String summary) {
    }

    static final List<Entry> ALL = List.of(
            new Entry("a3c", "A3C",
                    "Asynchronous advantage actor-critic (Algorithm S3, Mnih et al. 2016)."));

    private Algorithms() {
    }

    static Entry named(String name) {
        for (Entry entry : ALL) {
            if (entry.name().equals(name)) return entry;
        }
        throw new UserError(Nearest.complaint("algorithm", String.valueOf(name),
                ALL.stream().map(Entry::name).toList()));
    }
}
