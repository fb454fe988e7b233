package skein.envs.pixels;

import skein.envs.ActionRepeat;
import skein.envs.BoardGame;
import skein.envs.Environment;
import skein.envs.NoOpStart;
import skein.envs.RewardClip;

/** Board games as the network of the paper sees Atari games: [4, 84, 84] gray pictures. */
public final class Pixels {
    private static final int DEPTH = 4;        // pictures at once (paper)
    private static final int REPEAT = 4;       // steps an action (paper)
    private static final int NO_OPS = 30;      // at most, at the start (Mnih 2015)

    private Pixels() {
    }

    /**
     * {@return the game seen as the paper's network sees, [4, 84, 84], and played as it is}
     *
     * <p>Each action is taken once and rewards are not clipped: in one step of these games things
     * move a whole cell, 8 of 84 pixels, as far as in some four of an Atari game's, and all
     * rewards are small. The pictures are those of
     * {@code new FrameStack(new Grayscale84(new BoardFrame(game)), 4)}. They are made from blocks
     * of one pixel, because the mean over an area is the same in blocks of any size.
     *
     * @param game a {@link BoardGame}, or wrappers around one
     */
    public static Environment atari(Environment game) {
        return new FrameStack(gray(game), DEPTH);
    }

    /**
     * {@return the game with all that is done to Atari games}
     *
     * <p>Up to 30 steps of action 0 come first, each action is taken 4 times, a picture is the
     * larger of two, four of them are seen, [4, 84, 84], and rewards are cut to −1 .. 1.
     *
     * @param game a {@link BoardGame}, or wrappers around one, whose action 0 does nothing
     */
    public static Environment paper(Environment game) {
        Environment gray = gray(new NoOpStart(game, NO_OPS));
        return new RewardClip(
                new FrameStack(new ActionRepeat(new MaxOfLastTwo(gray), REPEAT), DEPTH));
    }

    private static Environment gray(Environment game) {
        return new Grayscale84(new BoardFrame(game, 1, 1));
    }
}
