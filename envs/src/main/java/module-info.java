/** Worlds to act in, their wrappers, and their rendering as text. */
module skein.envs {
    exports skein.envs;
    exports skein.envs.games;
    exports skein.envs.maze;
    exports skein.envs.pixels;
    exports skein.envs.render;
}
