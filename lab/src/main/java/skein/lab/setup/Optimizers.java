package skein.lab.setup;

import java.util.List;
import skein.envs.Nearest;
import skein.lab.error.UserError;
import skein.nn.Adam;
import skein.nn.MomentumSgd;
import skein.nn.Optimizer;
import skein.nn.Parameters;
import skein.nn.RmsProp;
import skein.nn.SharedRmsProp;

/** The rule by which a run's learners change θ, chosen by name. */
public final class Optimizers {
    /** Adam's first two settings; its article. */
    private static final double BETA_1 = 0.9;
    private static final double BETA_2 = 0.999;

    static final List<String> NAMES = List.of("shared-rmsprop", "rmsprop", "momentum", "adam");

    private final Settings settings;
    private final Parameters theta;
    private final SharedRmsProp shared;      // null for the rules that share nothing but θ

    /**
     * What a run's learners share of their rule.
     *
     * @param settings of the run
     * @param theta    θ, which they change
     */
    public Optimizers(Settings settings, Parameters theta) {
        this.settings = settings;
        this.theta = theta;
        shared = settings.optimizer().equals("shared-rmsprop")
                ? new SharedRmsProp(theta, settings.alpha(), settings.epsilon()) : null;
    }

    static void check(String name) {
        if (!NAMES.contains(name)) {
            throw new UserError("--optimizer: " + Nearest.complaint("optimizer", name, NAMES));
        }
    }

    /**
     * Refuses settings that the rule would not look at.
     *
     * @param name    of the rule
     * @param alpha   whether somebody chose α
     * @param epsilon whether somebody chose ε
     * @throws UserError if the rule has no such setting
     */
    public static void checkChosen(String name, boolean alpha, boolean epsilon) {
        if (alpha && name.equals("adam")) throw unused(name, "alpha", "momentum");
        if (epsilon && name.equals("momentum")) throw unused(name, "epsilon", "adam");
    }

    private static UserError unused(String name, String setting, String other) {
        return new UserError(name + " has no " + setting + ": leave --" + setting + " out, or "
                + "choose --optimizer shared-rmsprop, rmsprop or " + other + ". An algorithm's own "
                + "is --set " + setting + "=X.");
    }

    /**
     * {@return a learner's own way of changing θ}
     *
     * @param i which learner, from 0
     */
    public Optimizer learner(int i) {
        int of = settings.threads();
        return switch (settings.optimizer()) {
            case "rmsprop" -> new RmsProp(theta, settings.alpha(), settings.epsilon(), i, of);
            case "momentum" -> new MomentumSgd(theta, settings.alpha(), i, of);
            case "adam" -> new Adam(theta, BETA_1, BETA_2, settings.epsilon());
            default -> shared.learner(i, of);
        };
    }
}
