package skein.rl.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skein.nn.Optimizer;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScheduleTest {
    private static final int LEARNERS = 4;
    private static final int UPDATES = 1000;

    @ParameterizedTest @EnumSource
    void with_each_schedule_no_step_and_no_update_is_lost(Schedule schedule) {
        StepCounter T = new StepCounter(1, schedule);
        AtomicInteger updates = new AtomicInteger();
        ActorLearners.run(T, LEARNERS, ActorLearners.generator(1), (i, rng) -> {
            Optimizer optimizer = T.scheduled((dTheta, eta) -> updates.incrementAndGet());
            return () -> {
                for (int k = 0; k < UPDATES; k++) {
                    for (int step = 0; step < 5; step++) T.tick();
                    optimizer.update(null, 0);
                }
            };
        });
        assertEquals(5L * LEARNERS * UPDATES, T.get());
        assertEquals(LEARNERS * UPDATES, updates.get());
    }

    @ParameterizedTest @EnumSource(names = {"FREE", "YIELDING"})
    void only_lockstep_stands_around_the_optimizer(Schedule schedule) {
        Optimizer optimizer = (dTheta, eta) -> { };
        assertSame(optimizer, new StepCounter(1, schedule).scheduled(optimizer));
    }
}
