package skein.envs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what a mistyped name may have meant. */
public final class Nearest {
    private static final int MOST = 3;

    private Nearest() {
    }

    /**
     * {@return a sentence that refuses an unknown name and suggests the nearest known ones}
     *
     * @param kind  what the names name, e.g. {@code world}
     * @param word  the unknown name
     * @param known all names there are, in the order in which to list them
     */
    public static String complaint(String kind, String word, Collection<String> known) {
        List<String> near = to(word, known);
        return "There is no " + kind + " \"" + word + "\". " + (near.isEmpty()
                ? "Choose one of: " + String.join(", ", known) + "."
                : "Did you mean " + String.join(" or ", near) + "?");
    }

    /**
     * {@return the names near enough to be meant, the nearest first, at most three}
     *
     * <p>Near enough is one wrong letter in three; capitals do not matter.
     *
     * @param word  what was typed
     * @param known all names there are
     */
    public static List<String> to(String word, Collection<String> known) {
        String typed = word.toLowerCase(Locale.ROOT);
        List<String> near = new ArrayList<>();
        for (String name : known) {
            int longer = Math.max(typed.length(), name.length());
            if (3 * distanceIgnoringCase(typed, name) <= longer) near.add(name);
        }
        near.sort(Comparator.comparingInt(name -> distanceIgnoringCase(typed, name)));
        return List.copyOf(near.subList(0, Math.min(MOST, near.size())));
    }

    private static int distanceIgnoringCase(String typed, String name) {
        return distance(typed, name.toLowerCase(Locale.ROOT));
    }

    /**
     * The Levenshtein distance: how many letters to insert, delete or replace to get from one word
     * to the other.
     *
     * <pre>
     * d(i, 0) = i,  d(0, j) = j
     * d(i, j) = min( d(i−1, j) + 1,  d(i, j−1) + 1,  d(i−1, j−1) + [a_i ≠ b_j] )
     * </pre>
     *
     * @param a a word
     * @param b another word
     * @return d(|a|, |b|), 0 for equal words
     */
    public static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = j;
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int inserted = d[i][j - 1] + 1;
                int deleted = d[i - 1][j] + 1;
                d[i][j] = Math.min(replaced, Math.min(inserted, deleted));
            }
        }
        return d[a.length()][b.length()];
    }
}
