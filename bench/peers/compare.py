"""Runs Skein's networks and PyTorch's in turn on one core, and prints what they took.

Each contender is a process of its own, and waits while another one is timed. See run and README.md.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles

HERE = Path(__file__).resolve().parent
JAR = HERE.parent / "target" / "benchmarks.jar"
SEGMENT = 5
PASSES = 8        # θ read forward and backward; dθ written, measured, read; g and θ read, written

# PyTorch allocates at every operation; without this glibc gives large blocks back each time.
KEEP_MEMORY = "glibc.malloc.mmap_threshold=1073741824:glibc.malloc.trim_threshold=4294967296"

# Multiply-adds of one observation, layer by layer, from the observation on.
ATARI = [20 * 20 * 16 * 4 * 8 * 8, 9 * 9 * 32 * 16 * 4 * 4, 2592 * 256]
NETWORKS = {
    "mlp": ("MLP 4-128-128-(2,1)", [4 * 128, 128 * 128, 128 * 3]),
    "minatar": ("MinAtar, 4 planes", [8 * 8 * 16 * 4 * 3 * 3, 1024 * 128, 128 * 7]),
    "atari": ("Atari", ATARI + [256 * 7]),
    "lstm": ("Atari + LSTM 256", ATARI + [4 * 256 * (256 + 256), 256 * 7]),
}


def flops(network, work):
    """Two for a multiply-add of a convolution or a dense layer; all else does not count."""
    layers = NETWORKS[network][1]
    if work == "forward":
        return 2 * sum(layers)
    backward = 2 * sum(layers) - layers[0]            # dW and dX, but nobody wants ds
    unused = 4 * 256 * 256 if network == "lstm" else 0    # nor the gradient of the state carried in
    return 2 * (SEGMENT * (sum(layers) + backward) - unused)


# ---- Contenders

class Process:
    """A program that answers each line with one line."""

    def __init__(self, command, core, environment=None):
        if core is not None:
            command = ["taskset", "-c", str(core)] + command
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, encoding="utf-8",
                                        env={**os.environ, **(environment or {})})
        # Linux's clock of what all threads of a process have computed (clock_getcpuclockid).
        self.clock = (~self.process.pid << 3) | 2 if sys.platform == "linux" else None

    def ask(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            sys.exit(f"No answer to {line!r} from: {' '.join(self.process.args)}")
        return answer.rstrip("\n")

    def processor_time(self):
        """ns since its start, of all its threads; None where that cannot be known."""
        if self.clock is None:
            return None
        time.sleep(0.002)     # the clock is exact once the process waits, a tick behind before
        return time.clock_gettime_ns(self.clock)

    def close(self):
        self.process.communicate()


class Contender:
    """One way to do one work; knows how often it must be done to fill a round."""

    def __init__(self, process, name, request):
        self.process, self.name, self.request, self.count = process, name, request, 1
        self.rounds = []                              # µs
        self.waits = []                               # wall time over processor time

    def time(self):
        """Does it count times; µs of processor time for once, so that others may use the core."""
        start = self.process.processor_time()
        wall = int(self.process.ask(f"{self.request} {self.count}"))
        taken = wall if start is None else self.process.processor_time() - start
        self.waits.append(wall / max(taken, 1))
        return taken / 1e3 / self.count

    def warm_up(self, seconds, calls, length):
        end, done = time.monotonic() + seconds, 0
        while done < calls or time.monotonic() < end:
            done += self.count
            self.count = max(1, round(length * 1e6 / self.time()))


def java(home):
    return str(Path(home) / "bin" / "java") if home else "java"


def skein(network, options):
    """A JVM for each JDK and kind of kernels."""
    processes = []
    for home in options.jdks:
        for kernels in ("plain", "vector"):
            modules = ["--add-modules", "jdk.incubator.vector"] if kernels == "vector" else []
            processes.append(Process(
                [java(home), "-XX:+UseSerialGC", f"-Dskein.kernels={kernels}", *modules,
                 "-cp", str(JAR), "skein.bench.NetworkSpeed", network], options.core))
    return processes


def machine(options):
    return Process([java(options.jdks[0]), "-XX:+UseSerialGC", "--add-modules",
                    "jdk.incubator.vector", "-XX:CompileCommand=quiet",
                    "-XX:CompileCommand=dontinline,skein.tensor.vector.PeakFlops::run",
                    "-cp", str(JAR), "skein.bench.MachineSpeed"], options.core)


def torch_forms(process, network, work, options):
    """All forms that run here, after a first look: eager, then the others, the fastest first."""
    contenders = []
    for form in process.ask(f"forms {work}").split("\t"):
        say(f"{network}, {work}: PyTorch, {form}")
        if options.quick and form != "eager":
            continue
        verdict = process.ask(f"prepare {work} {form}")
        if verdict != "ok":
            say(f"    left out: {verdict}")
            continue
        contender = Contender(process, form, f"{work} {form}")
        contender.warm_up(options.warm_up / 5, 20, options.length)
        contender.first_look = median(contender.time() for _ in range(3))
        contenders.append(contender)
    return contenders[:1] + sorted(contenders[1:], key=lambda c: c.first_look)


# ---- Measuring

def say(text):
    print(text, file=sys.stderr, flush=True)


class Result:
    """What one work of one network took."""

    def __init__(self, network, work, ours, forms):
        self.network, self.work, self.ours, self.forms = network, work, ours, forms
        self.theirs = forms[:4]                       # eager and the three that look fastest

    def measure(self, limits, size, options):
        peak, triad = (Contender(limits, name, name) for name in ("peak", f"triad {size}"))
        for limit in (peak, triad):
            limit.warm_up(options.warm_up / 3, options.calls, options.length)
        contenders = self.ours + self.theirs + [peak, triad]
        say(f"{self.network}, {self.work}: {options.rounds} rounds")
        for r in range(options.rounds):
            turn = r % len(contenders)
            for c in contenders[turn:] + contenders[:turn]:
                c.rounds.append(c.time())
        self.peak = [int(limits.ask("flops")) / t / 1e3 for t in peak.rounds]     # GFLOP/s
        self.triad = [3 * 4 * size / t / 1e3 for t in triad.rounds]               # GB/s
        self.eager = self.theirs[0]
        self.best = min(self.theirs, key=lambda c: median(c.rounds))
        self.size = size


def compare(network, limits, options):
    jvms = skein(network, options)
    peer = Process([sys.executable, str(HERE / "torch_networks.py"), network], options.core,
                   {"GLIBC_TUNABLES": KEEP_MEMORY})
    names = ["Skein " + jvm.ask("kernels") for jvm in jvms]
    size = int(jvms[0].ask("size"))
    if size != int(peer.ask("size")):
        sys.exit(f"The networks called {network} differ: {size} parameters in Skein, "
                 f"{peer.ask('size')} in PyTorch.")
    peer.ask("observations " + jvms[0].ask("observations"))
    results = []
    for work in ("forward", "update"):
        forms = torch_forms(peer, network, work, options)
        ours = [Contender(jvm, name, work) for jvm, name in zip(jvms, names)]
        say(f"{network}, {work}: warm-up")
        for contender in ours:
            contender.warm_up(options.warm_up, options.calls, options.length)
        result = Result(network, work, ours, forms)
        result.measure(limits, size, options)
        results.append(result)
    for process in (*jvms, peer):
        process.close()
    return results


# ---- Tables

def spread(values, digits):
    """Median and quartiles; of two values, which have none, both."""
    low, middle, high = quantiles(values, n=4) if len(values) > 2 else (
        min(values), median(values), max(values))
    return f"{middle:,.{digits}f} ({low:,.{digits}f} .. {high:,.{digits}f})"


def micros(values):
    return spread(values, 2 if median(values) < 10 else 1 if median(values) < 100 else 0)


def ratio(theirs, ours):
    return spread([t / o for t, o in zip(theirs.rounds, ours.rounds)], 1)


def table(title, head, rows):
    print(f"\n{title}\n\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")


def times(result):
    """A row for each contender."""
    n, peak = flops(result.network, result.work), median(result.peak)
    rows = []
    for c in result.ours + [result.best, result.eager]:
        ours = c in result.ours
        label = c.name if ours else f"PyTorch {c.name}" + (" (best)" if c is result.best else "")
        gflops = n / median(c.rounds) / 1e3
        row = [NETWORKS[result.network][0], label, micros(c.rounds), f"{gflops:.1f}",
               f"{gflops / peak:.0%}",
               ratio(result.best, c) if ours else "", ratio(result.eager, c) if ours else ""]
        if result.work == "update":
            gigabytes = PASSES * 4 * result.size / median(c.rounds) / 1e3
            row[5:5] = [f"{gigabytes:.1f}", f"{gigabytes / median(result.triad):.0%}"]
        rows.append(row)
        if c is result.best is result.eager:
            break
    return rows


def report(results, options):
    if options.quick:
        print("Everything works. Nothing was warm, so the figures mean nothing.\n")
    head = ["network", "contender", "µs", "GFLOP/s", "of peak"]
    ratios = ["PyTorch's best ÷ this", "PyTorch eager ÷ this"]
    forward = [r for r in results if r.work == "forward"]
    update = [r for r in results if r.work == "update"]
    print(f"One core of {cpu()}; PyTorch {torch_version()}, Python {platform.python_version()}; "
          f"{options.rounds} rounds, medians and quartiles of processor time (wall time was "
          f"{median(w for r in results for c in r.ours + r.theirs for w in c.waits):.2f} of it). "
          f"FMA peak {spread([p for r in results for p in r.peak], 0)} GFLOP/s; triad over three "
          "arrays as long as the parameters: "
          + ", ".join(f"{r.network} {median(r.triad):.0f}" for r in update) + " GB/s.")
    table("Forward pass of one observation:", head + ratios,
          [row for r in forward for row in times(r)])
    table("Update on five observations:", head + ["GB/s", "of triad"] + ratios,
          [row for r in update for row in times(r)])
    table("PyTorch's forms, a first look at all of them:", ["network", "work", "form", "µs"],
          [[NETWORKS[r.network][0], r.work, mark(r, c), f"{c.first_look:,.1f}"]
           for r in results for c in r.forms])


def mark(result, form):
    return f"**{form.name}**" if form is result.best else form.name


def cpu():
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(x.split(":")[1].strip() for x in lines if x.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def torch_version():
    from importlib.metadata import version
    return version("torch")


def positive(text):
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"a whole number of at least 1, but got {text!r}.")
    return int(text)


def parse():
    parser = argparse.ArgumentParser(prog="bench/peers/run", description=__doc__)
    parser.add_argument("--networks", default=",".join(NETWORKS), help="default: %(default)s")
    parser.add_argument("--rounds", type=positive, default=15, help="default: %(default)s")
    parser.add_argument("--length", type=float, default=0.15, metavar="SECONDS",
                        help="of one contender in one round, default: %(default)s")
    parser.add_argument("--warm-up", type=float, default=5, metavar="SECONDS",
                        help="of each JVM and work, default: %(default)s")
    parser.add_argument("--core", type=int, default=max(available_cores(), default=None),
                        help="to pin all to, default: %(default)s")
    parser.add_argument("--jdks", default=os.environ.get("JAVA_HOMES")
                        or os.environ.get("JAVA_HOME", ""), help="homes, separated by colons")
    parser.add_argument("--quick", action="store_true",
                        help="only to see that it works: eager alone, two short rounds")
    options = parser.parse_args()
    options.calls = 3000
    if options.quick:
        options.rounds, options.length, options.warm_up, options.calls = 2, 0.02, 0.1, 1
    if not shutil.which("taskset"):
        options.core = None
    options.networks = options.networks.split(",")
    options.jdks = options.jdks.split(":")
    for network in options.networks:
        if network not in NETWORKS:
            parser.error(f"The networks are {', '.join(NETWORKS)}, but got {network!r}.")
    return options


def available_cores():
    return os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ()


def main():
    options = parse()
    limits = machine(options)
    results = [r for network in options.networks for r in compare(network, limits, options)]
    limits.close()
    report(results, options)


if __name__ == "__main__":
    main()
