/**
 * Worlds to act in, their wrappers, and their rendering. {@code static}: only who asks for pictures
 * needs {@code java.desktop}.
 */
module skein.envs {
    requires static transitive java.desktop;

    exports skein.envs;
    exports skein.envs.games;
    exports skein.envs.maze;
    exports skein.envs.pixels;
    exports skein.envs.render;
}
