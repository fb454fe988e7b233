"""Trains A3C with Skein and with PyTorch in turn, and prints the steps/s of both and their ratio.

Each contender is a process, or several, and waits while another one is timed. See README.md.
"""

import argparse
import os
import platform
import shutil
import sys
from statistics import median

from compare import (HERE, JAR, KEEP_MEMORY, Process, cpu, java, positive, say, spread,
                     table, torch_version)

STEPS = {"cartpole": 20_000, "breakout": 5_000}       # of a run
TITLES = {"cartpole": "CartPole, 4-128-(2,1)", "breakout": "MinAtar Breakout, conv16-128-(6,1)"}
SIZES = [10_000, 100_000, 1_000_000]                  # of the update alone
UPDATE_FORMS = ["eager", "fused"]
LEARNING_STEPS = 150_000


class Contender:
    """One who trains: steps per second, and steps per second of processor time."""

    def __init__(self, process, name, request):
        self.process, self.name, self.request, self.count = process, name, request, 1
        self.wall, self.processor = [], []

    def run(self):
        """One timing; how many seconds it took, and how many of processor time."""
        numbers = self.process.ask(self.request.format(count=self.count)).split()
        wall, processor, steps = (float(x) for x in numbers[:3])
        self.last = steps / wall * 1e9, steps / processor * 1e9
        return wall / 1e9, processor / 1e9

    def round(self):
        self.run()
        self.wall.append(self.last[0])
        self.processor.append(self.last[1])

    def warm_up(self, seconds, length):
        """For seconds of processor time; learns on the way how many runs fill a round."""
        while seconds > 0:
            taken, processor = self.run()
            seconds -= processor
            self.count = max(1, round(self.count * length / taken))


# ---- Training

def jvms(world, t_max, options):
    return [Process([java(home), "-XX:+UseSerialGC", "-Dskein.kernels=vector", "--add-modules",
                     "jdk.incubator.vector", "-cp", str(JAR), "skein.bench.TrainingSpeed", world,
                     str(options.threads), str(t_max)], options.cores) for home in options.jdks]


def peer(world, t_max, options):
    return Process([sys.executable, str(HERE / "torch_a3c.py"), world, str(options.threads),
                    str(t_max)], options.cores, {"GLIBC_TUNABLES": KEEP_MEMORY})


class Training:
    """All contenders on one world with one t_max."""

    def __init__(self, world, t_max, options):
        self.world, self.t_max, self.options = world, t_max, options
        self.jvms, self.peer = jvms(world, t_max, options), peer(world, t_max, options)
        self.check_sizes()
        steps = STEPS[world] // (20 if options.quick else 1)
        self.ours = [Contender(jvm, "Skein " + jvm.ask("kernels"), f"train {steps} {{count}}")
                     for jvm in self.jvms]
        self.theirs = [Contender(self.peer, f"PyTorch, {form}", f"train {form} {steps}")
                       for form in self.forms()]

    def check_sizes(self):
        ours, theirs = int(self.jvms[0].ask("size")), int(self.peer.ask("size"))
        if ours != theirs:
            sys.exit(f"The networks for {self.world} differ: {ours} parameters in Skein, {theirs} "
                     "in PyTorch.")

    def forms(self):
        """Those that run here, and compute what eager computes."""
        forms = self.peer.ask("forms").split("\t")
        for form in forms[:1] if self.options.quick else forms:
            say(f"{self.world}, t_max {self.t_max}: PyTorch, {form}")
            verdict = self.peer.ask(f"prepare {form}")
            if verdict == "ok":
                yield form
            else:
                say(f"    left out: {verdict}")

    def measure(self):
        say(f"{self.world}, t_max {self.t_max}: warm-up, then {self.options.rounds} rounds")
        contenders = self.ours + self.theirs
        for c in self.ours:
            c.warm_up(self.options.warm_up, self.options.length)
        for c in self.theirs:
            c.run()
        for r in range(self.options.rounds):
            turn = r % len(contenders)
            for c in contenders[turn:] + contenders[:turn]:
                c.round()
        self.eager = self.theirs[0]
        self.best = max(self.theirs, key=lambda c: median(c.processor))

    def learned(self):
        """Mean return at the end of a longer run, to show that PyTorch's side learns."""
        return float(self.peer.ask(f"train eager {LEARNING_STEPS}").split()[3])

    def close(self):
        for process in (*self.jvms, self.peer):
            process.close()

    def rows(self):
        for c in self.ours + self.theirs:
            row = [TITLES[self.world], str(self.t_max),
                   c.name + (" (best)" if c is self.best else ""),
                   spread(c.wall, 0), spread(c.processor, 0)]
            yield row + ([ratio(c, self.best, "wall"), ratio(c, self.best, "processor"),
                          ratio(c, self.eager, "processor")] if c in self.ours else [""] * 3)


def ratio(ours, theirs, clock):
    return spread([a / b for a, b in zip(getattr(ours, clock), getattr(theirs, clock))], 1)


# ---- The update alone

class Update:
    """The optimizer's step on n weights, one thread; ns per weight of each contender."""

    def __init__(self, n, training):
        self.n = n
        self.contenders = {"Skein " + jvm.ask("kernels").split(", ")[1]: (jvm, f"update {n}")
                           for jvm in training.jvms}
        self.contenders.update({f"PyTorch, {form}": (training.peer, f"update {form} {n}")
                                for form in UPDATE_FORMS})

    def measure(self, rounds):
        say(f"update of {self.n:,} weights: {rounds} rounds")
        count = max(1, 20_000_000 // self.n)
        self.times = {name: [] for name in self.contenders}
        for r in range(-3, rounds):                   # the first three are warm-up
            for name, (process, request) in self.contenders.items():
                taken = int(process.ask(f"{request} {count}")) / count / self.n
                if r >= 0:
                    self.times[name].append(taken)

    def rows(self):
        peers = [times for name, times in self.times.items() if name.startswith("PyTorch")]
        best = min(peers, key=median)
        for name, times in self.times.items():
            yield [f"{self.n:,}", name, spread(times, 3),
                   spread([b / t for b, t in zip(best, times)], 1)
                   if name.startswith("Skein") else ""]


def positives(text):
    return [positive(n) for n in text.split(",")]


def parse():
    parser = argparse.ArgumentParser(prog="bench/peers/run training", description=__doc__)
    parser.add_argument("--worlds", default="cartpole,breakout", help="default: %(default)s")
    parser.add_argument("--t-max", type=positives, default="5,20", help="default: %(default)s")
    parser.add_argument("--threads", type=positive, default=2, help="default: %(default)s")
    parser.add_argument("--rounds", type=positive, default=11, help="default: %(default)s")
    parser.add_argument("--length", type=float, default=1, metavar="SECONDS",
                        help="of one JVM in one round, default: %(default)s")
    parser.add_argument("--warm-up", type=float, default=20, metavar="SECONDS",
                        help="of each JVM, of processor time, default: %(default)s")
    parser.add_argument("--cores", help="to pin all to, for example 0,1; default: all")
    parser.add_argument("--jdks", default=os.environ.get("JAVA_HOMES")
                        or os.environ.get("JAVA_HOME", ""), help="homes, separated by colons")
    parser.add_argument("--quick", action="store_true",
                        help="only to see that it works: CartPole, eager alone, two short rounds")
    options = parser.parse_args()
    if options.quick:
        options.worlds, options.t_max = "cartpole", [5]
        options.rounds, options.length, options.warm_up = 2, 0.05, 0.1
    options.worlds = options.worlds.split(",")
    options.jdks = options.jdks.split(":")
    if options.cores and not shutil.which("taskset"):
        parser.error("--cores needs taskset, which is not here.")
    for world in options.worlds:
        if world not in STEPS:
            parser.error(f"The worlds are {', '.join(STEPS)}, but got {world!r}.")
    return options


def main():
    options = parse()
    trainings, updates, learned = [], [], None
    for world in options.worlds:
        for t_max in options.t_max:
            training = Training(world, t_max, options)
            training.measure()
            if world == "cartpole" and not options.quick:
                learned = training.learned()
            if not trainings:
                updates = [Update(n, training) for n in SIZES[:1 if options.quick else None]]
                for update in updates:
                    update.measure(options.rounds)
            training.close()
            trainings.append(training)
    report(trainings, updates, learned, options)


def report(trainings, updates, learned, options):
    if options.quick:
        print("Everything works. Nothing was warm, so the figures mean nothing.\n")
    print(f"{options.threads} threads on cores {options.cores or 'at will'} of {cpu()}; PyTorch "
          f"{torch_version()}, Python {platform.python_version()}; {options.rounds} rounds, "
          "medians and quartiles.")
    if learned is not None:
        print(f"PyTorch's side learns: the last 100 of {LEARNING_STEPS:,} steps' episodes of "
              f"CartPole had a mean return of {learned:.0f}.")
    table("Steps per second of all threads while learning, world included:",
          ["world and network", "t_max", "contender", "steps/s", "steps per s of processor time",
           "this ÷ PyTorch's best", "the same, processor time", "this ÷ PyTorch eager"],
          [row for t in trainings for row in t.rows()])
    table("The update alone, one thread, ns per weight:",
          ["weights", "contender", "ns", "PyTorch's best ÷ this"],
          [row for u in updates for row in u.rows()])


if __name__ == "__main__":
    main()
