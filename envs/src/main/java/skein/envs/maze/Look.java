package skein.envs.maze;

/**
 * What a thing looks like. Places on it are u to the right and v downwards, from its middle, with
 * the half of its width and of its height as units.
 */
enum Look {
    /** A ball, lit from above on the left, with a leaf over it. */
    APPLE(0.22, 0.16, 0.16, 1.35) {
        @Override void mix(Paint paint, double u, double v, float light) {
            double towards = 1 - u * u - v * v;      // squared: how far it bulges to the eye
            if (towards <= 0) {
                leaf(paint, u, v, light);
                return;
            }
            double lit = Math.max(0, 0.75 * Math.sqrt(towards) - 0.40 * u - 0.53 * v);
            paint.take(Palette.APPLE, light, light * (float) (0.5 + 0.5 * lit), 1);
            double shine = lit * lit * lit * lit;
            paint.mixIn(Palette.WHITE, light * (float) (0.6 * shine * shine * shine));
        }

        private void leaf(Paint paint, double u, double v, float light) {
            double a = (u - 0.28) / 0.40;
            double b = (v + 1.08) / 0.26;
            if (a * a + b * b < 1) paint.take(Palette.LEAF, light, light, 1);
            else paint.nothing();
        }
    },

    /** An oval gate with a rim that glows by itself: no distance dims it. */
    PORTAL(0.5, 0.34, 0.46, 1) {
        @Override void mix(Paint paint, double u, double v, float light) {
            double out = Math.sqrt(u * u + v * v);
            if (out >= 1) {
                paint.nothing();
                return;
            }
            double fromRim = (out - 0.78) / 0.16;
            float glow = (float) (1 / (1 + fromRim * fromRim));
            float cover = (float) Math.min(1, (1 - out) / 0.15);
            paint.take(Palette.DEPTH, 1, 1, cover);
            paint.mixIn(Palette.RIM, glow);
        }
    };

    /** How high the middle is above the floor, in cells. */
    final double middle;
    /** Half of the width, in cells. */
    final double halfWidth;
    /** Half of the height, in cells. */
    final double halfHeight;
    /** How far it reaches up from its middle, in halves of its height; down it is 1. */
    final double above;

    Look(double middle, double halfWidth, double halfHeight, double above) {
        this.middle = middle;
        this.halfWidth = halfWidth;
        this.halfHeight = halfHeight;
        this.above = above;
    }

    /** Mixes the color of the place (u, v); the light is what the distance leaves of it. */
    abstract void mix(Paint paint, double u, double v, float light);
}
