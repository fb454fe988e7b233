package skein.envs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test void kitten_becomes_sitting_by_three_changes() {
        // kitten → sitten (k/s) → sittin (e/i) → sitting (+g)
        assertEquals(3, Nearest.distance("kitten", "sitting"));
    }

    @Test void from_nothing_each_letter_is_inserted() {
        assertEquals(4, Nearest.distance("", "pole"));
        assertEquals(4, Nearest.distance("pole", ""));
        assertEquals(0, Nearest.distance("", ""));
    }

    @Property(tries = 300) void it_is_a_distance(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 6) String a,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 6) String b,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 6) String c) {
        int ab = Nearest.distance(a, b);
        assertEquals(a.equals(b), ab == 0);
        assertEquals(ab, Nearest.distance(b, a));
        assertTrue(Nearest.distance(a, c) <= ab + Nearest.distance(b, c));
        assertTrue(ab <= Math.max(a.length(), b.length()));
    }

    @Test void names_with_at_most_one_wrong_letter_in_three_are_near_the_nearest_first() {
        // catch: catsh 1 of 5, watcg 2 of 5 (too far), cat 2 of 5 (too far), match 1 of 5
        assertEquals(List.of("match", "catsh"),
                Nearest.to("catch", List.of("watcg", "match", "cat", "catsh")));
        assertEquals(List.of("abcdef", "abcdex", "abcdxx"),
                Nearest.to("abcdef", List.of("abcdxx", "abcdex", "abcdef", "abcxxx")));
    }

    @Test void at_most_three_names_are_near() {
        assertEquals(List.of("aab", "aac", "aad"),
                Nearest.to("aaa", List.of("aab", "aac", "aad", "aae")));
    }

    @Test void capitals_do_not_matter() {
        assertEquals(List.of("cartpole"), Nearest.to("CartPole", List.of("acrobot", "cartpole")));
        assertEquals(List.of("A3C"), Nearest.to("a3c", List.of("A3C", "DQN")));
    }

    @Test void a_complaint_suggests_the_near_names_or_else_lists_all() {
        List<String> known = List.of("a2c", "a3c", "dqn");
        assertEquals("There is no algorithm \"a4c\". Did you mean a2c or a3c?",
                Nearest.complaint("algorithm", "a4c", known));
        assertEquals("There is no algorithm \"sarsa\". Choose one of: a2c, a3c, dqn.",
                Nearest.complaint("algorithm", "sarsa", known));
    }
}
