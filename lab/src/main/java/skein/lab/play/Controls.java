package skein.lab.play;

import skein.envs.Box;
import skein.envs.Discrete;
import skein.envs.Environment;
import skein.envs.Step;

/** What the keys do in a world. */
interface Controls {
    /** {@return what a key does, or null if it does nothing} */
    String meaning(String key);

    /** Takes the action of a key that has a meaning. */
    Step step(String key);

    /** Takes an action although no key was pressed. */
    Step idle();

    /** {@return which key does what, in one line} */
    String help();

    static Controls of(Environment env) {
        return env.actionSpace() instanceof Box box ? new Levers(env, box)
                : new Buttons(env, Discrete.of(env.actionSpace()));
    }
}
