package skein.envs.games;

import static skein.envs.games.ArcadeGame.inside;
import static skein.envs.games.ArcadeGame.mark;
import static skein.envs.games.ArcadeGame.markIfInside;

import java.util.random.RandomGenerator;
import skein.envs.games.Swimmers.Swimmer;

/**
 * All that swims in {@link Seaquest} beside the submarine: bullets, divers, fish and enemies, how
 * they come, move, and meet each other and the submarine.
 */
final class Sea {
    private static final int OWN_BULLET = 2;
    private static final int TRAIL = 3;
    private static final int ENEMY_BULLET = 4;
    private static final int FISH = 5;
    private static final int ENEMY = 6;
    private static final int DIVER = 9;

    private static final int ROWS = 8;                       // 1 .. 8
    private static final double SUBMARINE_SHARE = 1 / 3.0;   // of all enemies, the others are fish
    private static final int GUN_PERIOD = 10;                // steps
    private static final int DIVER_MOVE_PERIOD = 5;          // steps

    private final Swimmers bullets = new Swimmers();
    private final Swimmers divers = new Swimmers();
    private final Swimmers fish = new Swimmers();
    private final Swimmers enemies = new Swimmers();         // submarines
    private final Swimmers enemyBullets = new Swimmers();

    private int x;                                           // of the submarine
    private int y;
    private int seats;
    private int movePeriod;
    private int shot;
    private int boarded;
    private boolean collided;

    void clear() {
        bullets.clear();
        divers.clear();
        fish.clear();
        enemies.clear();
        enemyBullets.clear();
    }

    /** A fish or an enemy submarine, unless it would meet others in its row head-on. */
    void spawnEnemy(RandomGenerator rng, int movePeriod) {
        int dx = drawDirection(rng);
        boolean submarine = rng.nextDouble() < SUBMARINE_SHARE;
        int row = 1 + rng.nextInt(ROWS);
        if (fish.anyAgainst(row, dx) || enemies.anyAgainst(row, dx)) return;
        Swimmer born = (submarine ? enemies : fish).add(edge(dx), row, dx);
        born.timer = movePeriod;
        if (submarine) born.gun = GUN_PERIOD;
    }

    void spawnDiver(RandomGenerator rng) {
        int dx = drawDirection(rng);
        int row = 1 + rng.nextInt(ROWS);
        divers.add(edge(dx), row, dx).timer = DIVER_MOVE_PERIOD;
    }

    private static int drawDirection(RandomGenerator rng) {
        return rng.nextDouble() < 0.5 ? 1 : -1;
    }

    private static int edge(int dx) {
        return dx > 0 ? 0 : ArcadeGame.WIDTH - 1;
    }

    /** The submarine's bullet. */
    void shoot(int x, int y, int dx) {
        bullets.add(x, y, dx);
    }

    /**
     * One step of all; then shot, boarded and collided say what came of it.
     *
     * @param x          the submarine's column
     * @param y          the submarine's row
     * @param seats      how many divers may come aboard
     * @param movePeriod steps between moves of fish and enemies
     */
    void swim(int x, int y, int seats, int movePeriod) {
        this.x = x;
        this.y = y;
        this.seats = seats;
        this.movePeriod = movePeriod;
        shot = 0;
        boarded = 0;
        collided = false;
        for (int i = bullets.size() - 1; i >= 0; i--) moveBullet(bullets.get(i));
        for (int i = divers.size() - 1; i >= 0; i--) moveDiver(divers.get(i));
        for (int i = enemies.size() - 1; i >= 0; i--) {
            Swimmer enemy = enemies.get(i);
            moveEnemy(enemies, enemy);
            shootBack(enemy);                                // even if it has just been removed
        }
        for (int i = enemyBullets.size() - 1; i >= 0; i--) moveEnemyBullet(enemyBullets.get(i));
        for (int i = fish.size() - 1; i >= 0; i--) moveEnemy(fish, fish.get(i));
    }

    private void moveBullet(Swimmer bullet) {
        bullet.x += bullet.dx;
        if (!inside(bullet.x)) bullets.remove(bullet);
        else if (!hits(bullet, fish)) hits(bullet, enemies);
    }

    private boolean hits(Swimmer bullet, Swimmers targets) {
        int i = targets.firstAt(bullet.x, bullet.y);
        if (i < 0) return false;
        targets.remove(targets.get(i));
        bullets.remove(bullet);
        shot++;
        return true;
    }

    private void moveDiver(Swimmer diver) {
        if (comesAboard(diver)) return;
        if (diver.timer > 0) {
            diver.timer--;
            return;
        }
        diver.timer = DIVER_MOVE_PERIOD;
        diver.x += diver.dx;
        if (!inside(diver.x)) divers.remove(diver);
        else comesAboard(diver);
    }

    private boolean comesAboard(Swimmer diver) {
        if (!diver.isAt(x, y) || boarded == seats) return false;
        divers.remove(diver);
        boarded++;
        return true;
    }

    /** A fish or an enemy submarine. */
    private void moveEnemy(Swimmers kind, Swimmer enemy) {
        collide(enemy);
        if (enemy.timer > 0) {
            enemy.timer--;
            return;
        }
        enemy.timer = movePeriod;
        enemy.x += enemy.dx;
        if (!inside(enemy.x)) {
            kind.remove(enemy);
            return;
        }
        if (collide(enemy)) return;
        int i = bullets.firstAt(enemy.x, enemy.y);
        if (i < 0) return;
        kind.remove(enemy);
        bullets.remove(bullets.get(i));
        shot++;
    }

    private boolean collide(Swimmer other) {
        if (!other.isAt(x, y)) return false;
        collided = true;
        return true;
    }

    private void shootBack(Swimmer enemy) {
        if (enemy.gun > 0) {
            enemy.gun--;
            return;
        }
        enemy.gun = GUN_PERIOD;
        enemyBullets.add(enemy.x, enemy.y, enemy.dx);
    }

    private void moveEnemyBullet(Swimmer bullet) {
        collide(bullet);
        bullet.x += bullet.dx;
        if (!inside(bullet.x)) enemyBullets.remove(bullet);
        else collide(bullet);
    }

    /** {@return how many fish and enemy submarines were shot in this step} */
    int shot() {
        return shot;
    }

    /** {@return how many divers came aboard in this step} */
    int boarded() {
        return boarded;
    }

    /** {@return whether an enemy or its bullet met the submarine in this step} */
    boolean collided() {
        return collided;
    }

    void paint(float[] planes) {
        paint(planes, OWN_BULLET, bullets, false);
        paint(planes, ENEMY_BULLET, enemyBullets, false);
        paint(planes, FISH, fish, true);
        paint(planes, ENEMY, enemies, true);
        paint(planes, DIVER, divers, true);
    }

    private static void paint(float[] planes, int channel, Swimmers kind, boolean withTrail) {
        for (int i = 0; i < kind.size(); i++) {
            Swimmer one = kind.get(i);
            mark(planes, channel, one.x, one.y);
            if (withTrail) markIfInside(planes, TRAIL, one.x - one.dx, one.y);
        }
    }
}
