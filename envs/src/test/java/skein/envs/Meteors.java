package skein.envs;

import java.util.random.RandomGenerator;

/**
 * Stones fall, one at a time, a row a step; catching one in the bottom row pays 2, missing one
 * costs 2 and one of three lives. Actions: 0 stay, 1 left, 2 right.
 */
final class Meteors implements Environment, BoardGame, Lives {
    private static final Discrete ACTIONS = new Discrete(3);
    private static final Box OBSERVATIONS = new Box(0, 9, 3);

    private final EpisodeClock clock = new EpisodeClock();
    private RandomGenerator rng;
    private int lives;
    int playerX;
    int stoneX;
    int stoneY;

    @Override public Box observationSpace() {
        return OBSERVATIONS;
    }

    @Override public Discrete actionSpace() {
        return ACTIONS;
    }

    @Override public float[] reset(RandomGenerator rng) {
        this.rng = rng;
        lives = 3;
        playerX = 4;
        dropStone();
        clock.start();
        return observation();
    }

    private void dropStone() {
        stoneX = rng.nextInt(WIDTH);
        stoneY = 0;
    }

    private float[] observation() {
        return new float[] {playerX, stoneX, stoneY};
    }

    @Override public Step step(int action) {
        clock.requireRunning();
        int move = ACTIONS.check(action) == 0 ? 0 : 2 * action - 3;
        playerX = Math.max(0, Math.min(9, playerX + move));
        stoneY++;
        double reward = 0;
        if (stoneY == 9) {
            boolean caught = stoneX == playerX;
            reward = caught ? 2 : -2;
            if (!caught) lives--;
            dropStone();
        }
        clock.tick(lives == 0);
        return new Step(observation(), reward, lives == 0, false);
    }

    @Override public int lives() {
        return lives;
    }

    @Override public int channels() {
        return 2;
    }

    @Override public String channelName(int c) {
        return c == 0 ? "player" : "stone";
    }

    @Override public boolean occupied(int c, int x, int y) {
        return c == 0 ? lives > 0 && x == playerX && y == 9
                : lives > 0 && x == stoneX && y == stoneY;
    }
}
