"""The worlds of Skein's side once more, in Python: CartPole-v1 and MinAtar's Breakout.

A world writes what it shows straight into an array of the caller, so that nothing is copied.
step returns reward, terminated, truncated; only a time limit truncates.
"""

import math
import random


class CartPole:
    """Push a cart so that the pole on it stays up; at most 500 steps."""

    shape, actions, longest = (4,), 2, 500

    def __init__(self, seed):
        self.rng = random.Random(seed)

    def reset(self, out):
        self.state = tuple(self.rng.uniform(-0.05, 0.05) for _ in range(4))
        self.t = 0
        out[:] = self.state

    def step(self, action, out):
        x, v, a, w = self.state               # m, m/s, rad, rad/s
        force = 10.0 if action == 1 else -10.0
        cos, sin = math.cos(a), math.sin(a)
        temp = (force + 0.05 * w * w * sin) / 1.1
        w_dot = (9.8 * sin - cos * temp) / (0.5 * (4 / 3 - 0.1 * cos * cos / 1.1))
        v_dot = temp - 0.05 * w_dot * cos / 1.1
        x, v, a, w = self.state = (x + 0.02 * v, v + 0.02 * v_dot, a + 0.02 * w, w + 0.02 * w_dot)
        self.t += 1
        out[:] = self.state
        terminated = not (-2.4 <= x <= 2.4 and -0.20943951 <= a <= 0.20943951)
        return 1.0, terminated, not terminated and self.t == self.longest


class Breakout:
    """Four planes of 10 by 10: paddle, ball, where the ball was, bricks. All six actions, sticky."""

    shape, actions, longest, stickiness = (4, 10, 10), 6, 10_000, 0.1

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.last = 0

    def reset(self, out):
        self.x, self.dx = (0, 1) if self.rng.random() < 0.5 else (9, -1)
        self.y, self.dy = 3, 1
        self.trail = (self.y, self.x)
        self.paddle = 4
        self.bricks = {(y, x) for y in (1, 2, 3) for x in range(10)}
        self.wall = None                      # the plane of bricks, painted when it has changed
        self.struck = False
        self.t = 0
        self.paint(out)

    def step(self, action, out):
        if self.rng.random() < self.stickiness:
            action = self.last
        self.last = action
        if action == 1:
            self.paddle = max(0, self.paddle - 1)
        elif action == 3:
            self.paddle = min(9, self.paddle + 1)
        reward, terminated = self.move_ball()
        self.t += 1
        self.paint(out)
        return reward, terminated, not terminated and self.t == self.longest

    def move_ball(self):
        self.trail = y, x = self.y, self.x
        if 0 <= x + self.dx <= 9:
            self.x += self.dx
        else:
            self.dx = -self.dx
        self.y += self.dy
        reward, terminated, among_bricks = 0.0, False, False
        if self.y < 0:
            self.turn_back()
        elif (self.y, self.x) in self.bricks:
            among_bricks = True
            if not self.struck:
                reward = 1.0
                self.bricks.remove((self.y, self.x))
                self.wall = None
                self.turn_back()
        elif self.y == 9:
            if not self.bricks:
                self.bricks = {(y, x) for y in (1, 2, 3) for x in range(10)}
                self.wall = None
            if self.paddle == x:
                self.turn_back()
            elif self.paddle == self.x:
                self.dx = -self.dx
                self.turn_back()
            else:
                terminated = True
        self.struck = among_bricks
        return reward, terminated

    def turn_back(self):
        """The ball keeps its row, and its new column, and goes the other way up or down."""
        self.dy = -self.dy
        self.y = self.trail[0]

    def paint(self, out):
        out[:3] = 0
        out[0, 9, self.paddle] = 1
        out[1, self.y, self.x] = 1
        out[2][self.trail] = 1
        if self.wall is None:
            self.wall = out[3] * 0
            for brick in self.bricks:
                self.wall[brick] = 1
        out[3] = self.wall


WORLDS = {"cartpole": CartPole, "breakout": Breakout}
