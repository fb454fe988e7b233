package skein.lab.notebook;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {
    @Test void if_all_is_right_it_says_what_was_achieved() {
        String html = Check.exercise(2).that(() -> true, "no").html("It holds.");
        assertTrue(html.contains("<b>Exercise 2: right.</b> It holds."), html);
    }

    @Test void the_first_wrong_thing_is_said_and_no_other_is_looked_at() {
        String html = Check.exercise(1).that(() -> true, "one").that(() -> false, "R < 2.")
                .that(() -> {
                    throw new AssertionError("not asked");
                }, "three").html("fine");
        assertTrue(html.contains("<b>Exercise 1: not yet.</b> R &lt; 2."), html);
        assertFalse(html.contains("fine"), html);
    }

    @Test void code_that_throws_is_not_right() {
        String html = Check.exercise(1)
                .that(() -> List.of().get(5) == null, "Mind the end.").html("fine");
        assertTrue(html.contains("not yet.</b> Your code ended with "
                + "java.lang.ArrayIndexOutOfBoundsException: Index 5 out of bounds for length 0. "
                + "Mind the end."), html);
    }
}
