package skein.envs;

/** A world in which the player has several lives, and the episode ends with the last one. */
public interface Lives {
    /** {@return how many lives are left in this episode, the running one included; 0 at its end} */
    int lives();
}
