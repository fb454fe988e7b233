package skein.lab.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import skein.lab.notebook.Line;

/** Whole pages, each line of them. */
class TracePagesTest extends TracedByHand {
    /**
     * R_2 = 0 and R_1 = 1 + 0/2, where V is 9 and 8: 9²/2 = 40.5 and 7²/2 = 24.5. π(1 | s) is ½ and
     * ¾: 9 log ¾ = −2.5891, 7 log ½ = −4.852; H is log 2 and ¼ log 4 + ¾ log 4/3 = 0.5623.
     */
    @Test void an_episode_of_two_steps_of_a3c() {
        a3c(2, 2, 10);
        assertEquals("""

    update 1
    t ← 1                               t = 1
    repeat
      dθ ← 0 and dθ_v ← 0               ‖dθ‖ = 0
      θ' = θ and θ'_v = θ_v             ‖θ'‖ = 8.1980
      t_start = t                       t_start = 1
      repeat (s is s_t)                 below, a row for each step:
        a_t ~ π(a_t | s_t; θ')            drawn from π
        receive r_t and s_t+1             r_t, and s_t+1 in the next row
        t ← t + 1                         t before it
        T ← T + 1                         T after it
         t      s_t  π(· | s_t; θ')  a_t     r_t  T
         1   0.0000   0.5000 0.5000    1  1.0000  1
         2   1.0000   0.2500 0.7500    1       0  2
      until terminal s_t                s_3 is terminal
      or t − t_start == t_max           t − t_start = 2 < t_max = 3
      R = 0 for terminal s_t            R = 0
          V(s_t; θ'_v) otherwise
      for i ∈ {t−1, ..., t_start}       below, a row for each i:
        R ← r_i + γR                      γ = 0.5
        dθ ← dθ + ∇log π·(R − V)          the gradient of −log π(a_i | s_i)·(R − V),
          + β∇H (section 4)               and of −βH; β = 0.01
        dθ_v ← dθ_v + ∂(R − V)²           and of c(R − V)²; c = 0.5
         i     r_i       R  V(s_i)    R − V  log π(a_i)    H(π)  −log π·(R − V)      −βH  c(R − V)²
         2       0       0  9.0000  -9.0000     -0.2877  0.5623         -2.5891  -0.0056    40.5000
         1  1.0000  1.0000  8.0000  -7.0000     -0.6931  0.6931         -4.8520  -0.0069    24.5000
         Σ                                                              -7.4412  -0.0126    65.0000
                                        L = -7.4412 − 0.0126 + 65.0000 = 57.5463
      beyond S3: ‖dθ‖ ≤ maxNorm         ‖dθ‖ = 26.0121, clipped to 10.0000
      update of θ and θ_v               η = 0.0933, ‖Δθ‖ = 0.9333, \
    most at value.bias[0]: 8.0000 → 7.4259
      beyond S3: also truncated         a new episode begins
    until T > T_max                     T = 2, T_max = 30
    """, printed());
    }

    /** The same, as notebook 09 shows it. */
    @Test void lines_of_an_episode_of_two_steps_of_a3c() {
        StringBuilder lines = new StringBuilder();
        for (Line line : linesOfA3c(2, 2, 10)) {
            lines.append(line.pseudocode()).append(" | ")
                    .append(line.outcome().replace("\n", ", ")).append('\n');
        }
        assertEquals("""
    dθ ← 0 and dθ_v ← 0 | all 8 elements are 0
    θ' = θ and θ'_v = θ_v | ‖θ'‖ = 8.1980
    t_start = t | t_start = 1
    a_t ~ π(a_t | s_t; θ') | s_1 = (0.0000), π = (0.5000 0.5000), drawn: a_1 = 1 1
    receive r_t and s_t+1 | r_1 = 1.0000, s_2 = (1.0000)
    t ← t + 1 | t = 2
    T ← T + 1 | T = 1
    until terminal s_t | s_2 is not terminal
    or t − t_start == t_max | t − t_start = 1 < t_max = 3: once more
    a_t ~ π(a_t | s_t; θ') | s_2 = (1.0000), π = (0.2500 0.7500), drawn: a_2 = 1 1
    receive r_t and s_t+1 | r_2 = 0, s_3 = (2.0000)
    t ← t + 1 | t = 3
    T ← T + 1 | T = 2
    until terminal s_t | s_3 is terminal
    R = 0 for terminal s_t | R = 0
    for i ∈ {t−1, ..., t_start} | i = 2
    R ← r_i + γR | R = 0 + 0.5 · 0 = 0
    dθ ← dθ + ∇log π·(R − V) | R − V(s_2) = 0 − 9.0000 = -9.0000, \
    log π(1 | s_2) = -0.2877: 1 becomes less likely there
    + β∇H (section 4) | H(π(· | s_2)) = 0.5623, β = 0.01
    dθ_v ← dθ_v + ∂(R − V)² | c (R − V)² = 0.5 · 81.0000: V(s_2) goes down, \
    all three terms of this i are in dθ now
    for i ∈ {t−1, ..., t_start} | i = 1
    R ← r_i + γR | R = 1.0000 + 0.5 · 0 = 1.0000
    dθ ← dθ + ∇log π·(R − V) | R − V(s_1) = 1.0000 − 8.0000 = -7.0000, \
    log π(1 | s_1) = -0.6931: 1 becomes less likely there
    + β∇H (section 4) | H(π(· | s_1)) = 0.6931, β = 0.01
    dθ_v ← dθ_v + ∂(R − V)² | c (R − V)² = 0.5 · 49.0000: V(s_1) goes down, \
    all three terms of this i are in dθ now
    beyond S3: ‖dθ‖ ≤ maxNorm | ‖dθ‖ = 26.0121, clipped to 10.0000
    update of θ and θ_v | η = 0.0933, ‖Δθ‖ = 0.9333, most at value.bias[0]: 8.0000 → 7.4259
    beyond S3: also truncated | a new episode begins
    until T > T_max | T = 2, T_max = 30
    """, lines.toString());
    }

    /** The same of Q. */
    @Test void an_episode_of_two_steps_of_n_step_q() {
        nStepQ(2);
        assertEquals("""

    update 1
    t ← 1                               t = 1
    repeat
      dθ ← 0                            ‖dθ‖ = 0
      θ' = θ                            ‖θ'‖ = 8.1240
      t_start = t                       t_start = 1
      repeat (s is s_t)                 below, a row for each step:
        a_t, ε-greedy                     ε = 1.0000 at T = 0
          on Q(s_t, ·; θ')                Q, before a_t
        receive r_t and s_t+1             r_t, and s_t+1 in the next row
        t ← t + 1                         t before it
        T ← T + 1                         T after it
        if T mod I_target == 0            I_target = 100
          beyond S2: here, θ⁻ ← θ         not in this segment
         t      s_t  Q(s_t, ·; θ')  a_t     r_t  T
         1   0.0000         8.0000    0  1.0000  1
         2   1.0000         9.0000    0       0  2
      until terminal s_t                s_3 is terminal
      or t − t_start == t_max           t − t_start = 2 < t_max = 3
      R = 0 for terminal s_t            R = 0
          max_a Q(s_t, a; θ⁻)
      for i ∈ {t−1, ..., t_start}       below, a row for each i:
        R ← r_i + γR                      γ = 0.5
        dθ ← dθ
          + ∂(R − Q(s_i, a_i))²           the gradient of c(R − Q)²; c = 0.5
         i     r_i       R  Q(s_i, a_i)    R − Q  c(R − Q)²
         2       0       0       9.0000  -9.0000    40.5000
         1  1.0000  1.0000       8.0000  -7.0000    24.5000
         Σ                                          65.0000
      beyond S2: ‖dθ‖ ≤ maxNorm         ‖dθ‖ = 22.3383, not clipped: maxNorm = 40.0
      update of θ by dθ                 η = 0.0933, ‖Δθ‖ = 2.0849, \
    most at q.bias[0]: 8.0000 → 6.5067
      beyond S2: also truncated         a new episode begins
    until T > T_max                     T = 2, T_max = 30
    """, printed());
    }

    /** y is 1 + 9/2, 0 + 10/2 and 2 + 11/2, and then 1 at a terminal state. */
    @Test void two_updates_of_one_step_q_of_which_the_second_ends_the_episode() {
        oneStep(false, 1, 2, 4);
        assertEquals("""

    update 1
    t ← 0                               t = 0
    dθ ← 0                              ‖dθ‖ = 0
    get initial state s                 below, s of the first row
    repeat                              below, a row for each step:
      take a, ε-greedy                    ε = 1.0000 at T = 0
        on Q(s, ·; θ)
      receive s' and r                    s' is s in the next row
         t        s  Q(s, ·; θ)  a       r  T
         1   0.0000      8.0000  0  1.0000  1
         2   1.0000      9.0000  0       0  2
         3   2.0000     10.0000  0  2.0000  3
      y = r         (terminal s')
      y = r + γ max Q(s', ·; θ⁻)          γ = 0.5
      accumulate gradients              below, a row for each step:
        dθ ← dθ
          + ∂(y − Q(s, a; θ))²/∂θ         the gradient of c(y − Q)²; c = 0.5
         t       r  Q(s', ·; θ⁻)  best a'       y  Q(s, a; θ)    y − Q  c(y − Q)²
         1  1.0000        9.0000        0  5.5000      8.0000  -2.5000     3.1250
         2       0       10.0000        0  5.0000      9.0000  -4.0000     8.0000
         3  2.0000       11.0000        0  7.5000     10.0000  -2.5000     3.1250
         Σ                                                                14.2500
      s = s'
      t ← t + 1                         t = 3
      T ← T + 1                         T = 3
      if T mod I_target == 0            I_target = 4
        θ⁻ ← θ                          at none of these steps
      if t mod I_AsyncUpdate == 0       t mod 3 = 0
      or s is terminal                  s is not terminal
        beyond 1: ‖dθ‖ ≤ maxNorm        ‖dθ‖ = 16.8893, not clipped: maxNorm = 40.0
        update of θ by dθ               η = 0.0900, ‖Δθ‖ = 2.0000, \
    most at q.bias[0]: 8.0000 → 6.0000
        dθ ← 0                          ‖dθ‖ = 0
    until T > T_max                     T = 3, T_max = 30

    update 2
    repeat                              below, a row for each step:
      take a, ε-greedy                    ε = 0.9850 at T = 3
        on Q(s, ·; θ)
      receive s' and r                    s' is s in the next row
         t        s  Q(s, ·; θ)  a       r  T
         4   3.0000      9.0000  0  1.0000  4
      y = r         (terminal s')
      y = r + γ max Q(s', ·; θ⁻)          γ = 0.5
      accumulate gradients              below, a row for each step:
        dθ ← dθ
          + ∂(y − Q(s, a; θ))²/∂θ         the gradient of c(y − Q)²; c = 0.5
         t       r  Q(s', ·; θ⁻)  best a'       y  Q(s, a; θ)    y − Q  c(y − Q)²
         4  1.0000      terminal           1.0000      9.0000  -8.0000    32.0000
         Σ                                                                32.0000
      s = s'
      t ← t + 1                         t = 4
      T ← T + 1                         T = 4
      if T mod I_target == 0            I_target = 4
        θ⁻ ← θ                          at T = 4
      if t mod I_AsyncUpdate == 0       t mod 3 = 1
      or s is terminal                  s is terminal
        beyond 1: ‖dθ‖ ≤ maxNorm        ‖dθ‖ = 35.7771, not clipped: maxNorm = 40.0
        update of θ by dθ               η = 0.0867, θ stays as it is
        dθ ← 0                          ‖dθ‖ = 0
      beyond 1: also truncated          a new episode begins
    until T > T_max                     T = 4, T_max = 30
    """, printed());
    }

    /** y is 1 + 5/2, 0 + 6/2 and 2 + 11/2, by the a' that was drawn. */
    @Test void an_update_of_one_step_sarsa() {
        oneStep(true, 2, 1, NEVER);
        assertEquals("""

    update 1
    t ← 0                               t = 0
    dθ ← 0                              ‖dθ‖ = 0
    get initial state s                 below, s of the first row
    a ε-greedy on Q(s, ·; θ)              ε = 1.0000 at T = 0
    repeat                              below, a row for each step:
      take a, receive s' and r            s' is s in the next row
      a' ε-greedy on Q(s', ·; θ)          ε = 1.0000 at T = 0
         t        s       Q(s, ·; θ)  a       r  T
         1   0.0000    8.0000 8.0000  0  1.0000  1
         2   1.0000    9.0000 9.0000  1       0  2
         3   2.0000  10.0000 10.0000  1  2.0000  3
      y = r         (terminal s')
      y = r + γ Q(s', a'; θ⁻)             γ = 0.5
      accumulate gradients              below, a row for each step:
        dθ ← dθ
          + ∂(y − Q(s, a; θ))²/∂θ         the gradient of c(y − Q)²; c = 0.5
         t       r    Q(s', ·; θ⁻)  a'       y  Q(s, a; θ)    y − Q  c(y − Q)²
         1  1.0000   9.0000 5.0000   1  3.5000      8.0000  -4.5000    10.1250
         2       0  10.0000 6.0000   1  3.0000      9.0000  -6.0000    18.0000
         3  2.0000  11.0000 7.0000   0  7.5000     10.0000  -2.5000     3.1250
         Σ                                                             31.2500
      s = s'
      a = a'
      t ← t + 1                         t = 3
      T ← T + 1                         T = 3
      if T mod I_target == 0            I_target = 4
        θ⁻ ← θ                          at none of these steps
      if t mod I_AsyncUpdate == 0       t mod 3 = 0
      or s is terminal                  s is not terminal
        beyond 1: ‖dθ‖ ≤ maxNorm        ‖dθ‖ = 20.1680, not clipped: maxNorm = 40.0
        update of θ by dθ               η = 0.0900, ‖Δθ‖ = 5.3852, \
    most at q.bias[1]: 8.0000 → 3.0000
        dθ ← 0                          ‖dθ‖ = 0
    until T > T_max                     T = 3, T_max = 30
    """, printed());
    }
}
