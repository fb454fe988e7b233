package skein.envs.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import skein.envs.games.Swimmers.Swimmer;

class SwimmersTest {
    @Test void one_who_is_born_in_the_place_of_a_dead_one_has_nothing_of_his() {
        Swimmers swimmers = new Swimmers();
        Swimmer dead = swimmers.add(3, 4, 1);
        dead.timer = 5;
        dead.gun = 6;
        swimmers.remove(dead);
        Swimmer born = swimmers.add(7, 8, -1);
        assertSame(dead, born);
        assertEquals(0, born.timer);
        assertEquals(0, born.gun);
    }
}
