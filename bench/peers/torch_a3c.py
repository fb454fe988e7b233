"""PyTorch's side of the comparison of whole training: A3C with processes that share θ (Hogwild!).

    python3 torch_a3c.py cartpole|breakout THREADS T_MAX

answers one line for each line on standard input:

    size                       number of parameters
    forms                      names of the forms, one line, between tabs; the first is plain eager
    prepare FORM               makes and checks it: "ok", or why this form does not run here
    train FORM STEPS           one run from fresh parameters: nanoseconds, nanoseconds of processor
                               time of all processes, steps, mean return of the last 100 episodes
    update FORM N COUNT        the optimizer's step alone, so often, on N weights, eager or fused:
                               nanoseconds

As careful as one can write it. θ, g and T lie in shared memory; each process has one flat θ' and
one flat gradient, whose views are its network's parameters, so θ' ← θ is one copy and the update
five operations on vectors. Acting records nothing, and draws its action from a list of floats. The
world writes its observations into the batch; a segment is one forward and one backward pass.

The forms: eager, as one writes it; functions instead of modules for acting; with them the loss's
gradient by hand, so that PyTorch has to differentiate the network alone; or the compiled loss.
"""

import contextlib
import logging
import math
import random
import sys
import time
import warnings
from collections import deque

import torch
import torch.multiprocessing as processes

from torch_actor_critic import (Loss, gradient_of_loss, make_network, move_into,
                                outputs_of_one, size)
from torch_rmsprop import Update, rmsprop
from torch_worlds import WORLDS

GAMMA, MAX_NORM, ETA = 0.99, 40.0, 4e-3
BETA = {"cartpole": 1e-3, "breakout": 0.01}
FORMS = ["eager", "functions", "loss by hand", "compiled loss"]
EPISODES = 100


class Learner:
    def __init__(self, number, shared, world, t_max):
        self.number, self.shared, self.t_max = number, shared, t_max
        self.beta, make = BETA[world], WORLDS[world]
        self.world = make(number)
        self.network = make_network(world)
        n = size(self.network)
        self.theta_prime, self.d, self.root = torch.empty(n), torch.zeros(n), torch.empty(n)
        move_into(self.network, self.theta_prime, self.d)
        self.actions = make.actions
        self.loss = Loss(self.network, self.actions, self.beta)
        self.s = torch.zeros(t_max + 1, *make.shape)
        self.a = torch.zeros(t_max, 1, dtype=torch.int64)
        self.returns = torch.zeros(t_max)
        self.rows = list(self.s.numpy())              # where the world writes
        self.ones = list(self.s.split(1))             # what the network sees of one
        self.segments = [(self.s[:k], self.a[:k], self.returns[:k]) for k in range(t_max + 1)]
        self.arrays = [tuple(x.numpy() for x in segment) for segment in self.segments]
        self.episodes = deque(maxlen=EPISODES)
        self.forms = {}

    def prepare(self, form):
        """Makes a form, and checks its gradient against eager's."""
        one = (lambda s: self.network(s)[0]) if form == "eager" else outputs_of_one(self.network)
        full = self.loss
        if form == "compiled loss":
            full = torch.compile(self.loss, fullgraph=True, dynamic=False)
        self.forms[form] = one, full, form == "loss by hand"
        self.use(form)
        self.theta_prime.copy_(self.shared.theta)
        self.s.bernoulli_(0.3)
        self.returns.normal_()
        with torch.inference_mode():
            agree = torch.allclose(self.output(self.ones[0]), self.network(self.ones[0])[0],
                                   atol=1e-5)
        self.backward(self.t_max)
        mine = self.d.clone()
        self.d.zero_()
        self.loss(*self.segments[self.t_max]).backward()
        agree = agree and torch.allclose(mine, self.d, rtol=1e-3, atol=1e-5)
        self.d.zero_()
        return "ok" if agree else "its result differs from eager's"

    def use(self, form):
        """How the network looks at one, the loss of a whole segment, whose gradient is by hand."""
        self.output, self.full, self.by_hand = self.forms[form]

    def train(self, max_steps):
        """Until T > T_max; returns processor time in ns."""
        start = time.process_time_ns()
        theta, T = self.shared.theta, self.shared.T
        self.episodes.clear()
        rewards, total = [0.0] * self.t_max, 0.0
        world, rows, actions = self.world, self.rows, self.arrays[self.t_max][1]
        world.reset(rows[0])
        t = 0
        while t <= max_steps:
            self.theta_prime.copy_(theta)             # θ' ← θ
            n = 0
            while True:
                a = self.act(n)
                rewards[n], terminated, truncated = world.step(a, rows[n + 1])
                actions[n] = a
                total += rewards[n]
                n += 1
                if terminated or truncated or n == self.t_max:
                    break
            R = 0.0 if terminated else self.value(n)
            returns = self.arrays[n][2]
            for i in range(n - 1, -1, -1):
                R = rewards[i] + GAMMA * R
                returns[i] = R
            self.backward(n)
            with T.get_lock():                        # once for n steps: T ← T + n
                T.value = t = T.value + n
            self.update(ETA * max(0.0, 1 - t / max_steps))
            if terminated or truncated:
                self.episodes.append(total)
                total = 0.0
                world.reset(rows[0])
            else:
                rows[0][...] = rows[n]
        return time.process_time_ns() - start

    def act(self, i):
        with torch.inference_mode():
            logits = self.output(self.ones[i]).tolist()[:self.actions]
        most = max(logits)
        weights = [math.exp(x - most) for x in logits]
        u = random.random() * sum(weights)
        for a, weight in enumerate(weights):
            u -= weight
            if u < 0:
                return a
        return self.actions - 1

    def value(self, i):
        with torch.inference_mode():
            return self.output(self.ones[i])[self.actions].item()

    def backward(self, n):
        """d += the gradient of a segment of n steps."""
        if self.by_hand:
            out = self.network(self.segments[n][0])
            _, a, returns = self.arrays[n]
            out.backward(torch.from_numpy(
                gradient_of_loss(out.detach().numpy(), a, returns, self.beta)))
        else:
            loss = self.full if n == self.t_max else self.loss
            loss(*self.segments[n]).backward()

    @torch.no_grad()
    def update(self, eta):
        norm = self.d.norm().item()
        if norm > MAX_NORM:
            self.d.mul_(MAX_NORM / norm)
        rmsprop(self.shared.theta, self.shared.g, self.d, self.root, eta)
        self.d.zero_()


# ---- Processes

class Shared:
    """θ, g and T, in memory that all processes see."""

    def __init__(self, n, context):
        self.theta, self.g = torch.zeros(n).share_memory_(), torch.zeros(n).share_memory_()
        self.T = context.Value("q", 0)


def quiet():
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)


def work(number, shared, world, t_max, pipe):
    """What a process does: the same learner again and again."""
    quiet()
    random.seed(number)
    learner = Learner(number, shared, world, t_max)
    while True:
        try:
            command, argument = pipe.recv()
        except EOFError:                              # the parent has ended
            return
        try:
            if command == "train":
                pipe.send((learner.train(argument), list(learner.episodes)))
            else:
                pipe.send(learner.prepare(argument) if command == "prepare"
                          else learner.use(argument))
        except Exception as e:                        # the parent says it, and leaves the form out
            pipe.send(f"{type(e).__name__}: {str(e).splitlines()[0] if str(e) else ''}")


class Training:
    def __init__(self, world, threads, t_max):
        context = processes.get_context("spawn")
        self.world = world
        self.shared = Shared(size(make_network(world)), context)
        self.pipes = []
        for i in range(threads):
            ours, theirs = context.Pipe()
            context.Process(target=work, args=(i, self.shared, world, t_max, theirs),
                            daemon=True).start()
            self.pipes.append(ours)

    def all(self, command, argument):
        for pipe in self.pipes:
            pipe.send((command, argument))
        return [pipe.recv() for pipe in self.pipes]

    def start_afresh(self):
        move_into(make_network(self.world), self.shared.theta, torch.zeros_like(self.shared.g))
        self.shared.g.zero_()
        self.shared.T.value = 0

    def prepare(self, form):
        self.start_afresh()
        return next((x for x in self.all("prepare", form) if x != "ok"), "ok")

    def train(self, form, steps):
        self.all("use", form)
        self.start_afresh()
        start = time.perf_counter_ns()
        results = self.all("train", steps)
        wall = time.perf_counter_ns() - start
        failed = next((x for x in results if isinstance(x, str)), None)
        if failed:
            sys.exit(failed)
        episodes = [e for _, own in results for e in own[-EPISODES // len(results):]]
        mean = sum(episodes) / max(1, len(episodes))
        return f"{wall} {sum(own for own, _ in results)} {self.shared.T.value} {mean:.1f}"


class Answers:
    def __init__(self, world, threads, t_max):
        self.training = Training(world, threads, t_max)
        self.updates = {}

    def answer(self, line):
        command, _, rest = line.partition(" ")
        if command == "size":
            return self.training.shared.theta.numel()
        if command == "forms":
            return "\t".join(FORMS)
        if command == "prepare":
            return self.training.prepare(rest)
        if command == "train":
            form, steps = rest.rsplit(" ", 1)
            return self.training.train(form, int(steps))
        form, n, count = rest.rsplit(" ", 2)
        key = form, int(n)
        if key not in self.updates:
            self.updates[key] = Update(*key)
        return self.updates[key].time(int(count))


def main():
    quiet()
    answers = Answers(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
    for line in sys.stdin:
        with contextlib.redirect_stdout(sys.stderr):  # compilers talk
            answer = answers.answer(line.rstrip("\n"))
        print(answer, flush=True)


if __name__ == "__main__":
    main()
