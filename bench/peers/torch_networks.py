"""PyTorch's side of the comparison: four networks, each in every form that might be its fastest.

    python3 torch_networks.py mlp|minatar|atari|lstm

answers one line for each line on standard input:

    size                     number of parameters, without the LSTM's second bias
    observations NUMBERS     the five observations to work on from now on: "ok"
    forms forward            names of the forms, one line, between tabs; the first is plain eager
    prepare forward FORM     compiles and checks it: "ok", or why this form does not run here
    forward FORM COUNT       does it COUNT times, nanoseconds

and the same with "update". FORM may contain spaces. A forward pass is one observation, no gradient.
An update is, on a segment of five: forward, A3C's loss, backward, clipping at norm 40, RMSProp.
Observations, actions and returns are tensors before the clock starts, and no result is read back.
"""

import contextlib
import logging
import sys
import time
import warnings

import torch
from torch import nn
from torch.nn import functional as F

SEGMENT, BETA, VALUE_COEFFICIENT, MAX_NORM = 5, 0.01, 0.5, 40.0
ALPHA, EPSILON, ETA = 0.99, 0.1, 1e-9    # η so small that θ stays where it is


# ---- Networks

class FeedForward(nn.Module):
    """A trunk with two heads: logits [B, A] and V [B]."""

    def __init__(self, trunk, features, actions):
        super().__init__()
        self.trunk = trunk
        self.policy, self.value = nn.Linear(features, actions), nn.Linear(features, 1)

    def forward(self, s):
        h = self.trunk(s)
        return self.policy(h), self.value(h).flatten()


class Recurrent(nn.Module):
    """The same with an LSTM between trunk and heads; the B observations are one sequence."""

    def __init__(self, trunk, features, units, actions, as_loop):
        super().__init__()
        self.trunk, self.as_loop = trunk, as_loop
        self.lstm = nn.LSTMCell(features, units) if as_loop else nn.LSTM(features, units)
        self.policy, self.value = nn.Linear(units, actions), nn.Linear(units, 1)

    def forward(self, s, h, c):                       # h, c: [1, H], the state carried in
        x = self.trunk(s)                             # [B, features]
        if self.as_loop:
            steps = []
            for i in range(x.shape[0]):
                h, c = self.lstm(x[i:i + 1], (h, c))
                steps.append(h)
            y = torch.cat(steps)                      # [B, H]
        else:
            y, (h, c) = self.lstm(x, (h, c))          # a sequence without a batch
        return self.policy(y), self.value(y).flatten(), h, c


def mlp_trunk():
    return nn.Sequential(nn.Linear(4, 128), nn.ReLU(), nn.Linear(128, 128), nn.ReLU())


def minatar_trunk():                                  # 4x10x10 -> 16x8x8 -> 128
    return nn.Sequential(nn.Conv2d(4, 16, 3), nn.ReLU(), nn.Flatten(),
                         nn.Linear(1024, 128), nn.ReLU())


def atari_trunk():                                    # 4x84x84 -> 16x20x20 -> 32x9x9 -> 256
    return nn.Sequential(nn.Conv2d(4, 16, 8, 4), nn.ReLU(), nn.Conv2d(16, 32, 4, 2), nn.ReLU(),
                         nn.Flatten(), nn.Linear(2592, 256), nn.ReLU())


NETWORKS = {                                          # how to make it, and an observation's shape
    "mlp": (lambda loop: FeedForward(mlp_trunk(), 128, 2), (4,)),
    "minatar": (lambda loop: FeedForward(minatar_trunk(), 128, 6), (4, 10, 10)),
    "atari": (lambda loop: FeedForward(atari_trunk(), 256, 6), (4, 84, 84)),
    "lstm": (lambda loop: Recurrent(atari_trunk(), 256, 256, 6, loop), (4, 84, 84)),
}


def a3c_loss(logits, values, actions, returns):
    log_p = F.log_softmax(logits, 1)
    entropy = -(log_p.exp() * log_p).sum()
    advantage = returns - values.detach()
    log_pi = log_p.gather(1, actions).flatten()
    return (-(log_pi * advantage).sum() - BETA * entropy
            + VALUE_COEFFICIENT * (returns - values).square().sum())


class Loss(nn.Module):
    """Network and loss as one module, so that it can be traced and compiled as one."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, actions, returns, *inputs):
        logits, values, *_ = self.network(*inputs)
        return a3c_loss(logits, values, actions, returns)


class Setting:
    """A network with the same weights and data every time, in a variant of its layout."""

    def __init__(self, name, variant, observations):
        torch.manual_seed(1)
        make, shape = NETWORKS[name]
        self.layout = (torch.channels_last if "channels last" in variant
                       else torch.contiguous_format)
        self.network = make(loop="nn.LSTM" not in variant)
        if len(shape) == 3:
            self.network = self.network.to(memory_format=self.layout)
        state = (torch.randn(1, 256), torch.randn(1, 256)) if name == "lstm" else ()
        observations = observations.reshape(SEGMENT, *shape)
        self.one = (self.laid_out(observations[:1]), *state)
        self.segment = (self.laid_out(observations), *state)
        self.actions = torch.arange(SEGMENT).remainder(2).reshape(SEGMENT, 1)
        self.returns = torch.linspace(-1, 1, SEGMENT)

    def laid_out(self, s):
        return s.contiguous(memory_format=self.layout) if s.dim() == 4 else s.contiguous()


def variants(name):
    layouts = [""] if name == "mlp" else ["", ", channels last"]
    loops = ["", ", nn.LSTM"] if name == "lstm" else [""]
    return [layout + loop for loop in loops for layout in layouts]


# ---- Forward: a form is a function of a setting that returns the function to be timed

def call(network, inputs, mode=torch.no_grad):
    def run():
        with mode():
            return network(*inputs)
    return run


def traced(x):
    with torch.no_grad():
        return torch.jit.trace(x.network.eval(), x.one, check_trace=False)


def compiled(x, **options):
    with torch.no_grad():
        return torch.compile(x.network.eval(), fullgraph=True, dynamic=False,
                             options=options or None)


def inductor_library(x):
    """Ahead of time, without the guards that torch.compile checks at every call."""
    from torch._inductor import aoti_compile_and_package, aoti_load_package
    with torch.no_grad():
        program = torch.export.export(x.network.eval(), x.one)
        return aoti_load_package(aoti_compile_and_package(program))


FORWARD = {
    "eager": lambda x: call(x.network, x.one),
    "eager inference_mode": lambda x: call(x.network, x.one, torch.inference_mode),
    "jit trace": lambda x: call(traced(x), x.one, torch.inference_mode),
    "jit freeze": lambda x: call(torch.jit.freeze(traced(x)), x.one, torch.inference_mode),
    "jit optimize_for_inference": lambda x: call(
        torch.jit.optimize_for_inference(torch.jit.freeze(traced(x))), x.one,
        torch.inference_mode),
    "compile": lambda x: call(compiled(x), x.one),
    "compile freezing": lambda x: call(compiled(x, freezing=True), x.one),
    "compile cpp_wrapper": lambda x: call(compiled(x, cpp_wrapper=True), x.one),
    "compile ahead of time": lambda x: call(inductor_library(x), x.one),
}


# ---- Update: how the loss is computed, and how the gradient is applied

def loss_eager(x):
    return Loss(x.network)


def loss_traced(x):
    return torch.jit.trace(Loss(x.network), (x.actions, x.returns, *x.segment), check_trace=False)


def loss_compiled(x):
    return torch.compile(Loss(x.network), fullgraph=True, dynamic=False)


def apply_each(x):
    """As one writes it: a loop over the parameters."""
    theta = list(x.network.parameters())
    x.g = [torch.zeros_like(p) for p in theta]

    @torch.no_grad()
    def apply():
        nn.utils.clip_grad_norm_(theta, MAX_NORM)
        for p, g in zip(theta, x.g):
            g.mul_(ALPHA).addcmul_(p.grad, p.grad, value=1 - ALPHA)
            p.addcdiv_(p.grad, (g + EPSILON).sqrt_(), value=-ETA)
            p.grad = None
    return apply


def apply_foreach(x):
    """All parameters in one call of each operation."""
    theta = list(x.network.parameters())
    x.g = [torch.zeros_like(p) for p in theta]

    @torch.no_grad()
    def apply():
        d = [p.grad for p in theta]
        norm = torch.stack(torch._foreach_norm(d)).norm().item()
        if norm > MAX_NORM:
            torch._foreach_mul_(d, MAX_NORM / norm)
        torch._foreach_mul_(x.g, ALPHA)
        torch._foreach_addcmul_(x.g, d, d, 1 - ALPHA)
        root = torch._foreach_add(x.g, EPSILON)
        torch._foreach_sqrt_(root)
        torch._foreach_addcdiv_(theta, d, root, -ETA)
        for p in theta:
            p.grad = None
    return apply


def flatten(x):
    """Makes all parameters views of one vector, and their gradients of another; returns both."""
    theta = list(x.network.parameters())
    size = sum(p.numel() for p in theta)
    flat, d, at = torch.empty(size), torch.zeros(size), 0
    for p in theta:
        strides, values = p.stride(), p.data
        p.data = flat.as_strided(p.shape, strides, at)
        p.data.copy_(values)
        p.grad = d.as_strided(p.shape, strides, at)
        at += p.numel()
    x.g = torch.zeros(size)
    return flat, d


def apply_flat(x):
    flat, d = flatten(x)
    root = torch.empty_like(flat)

    @torch.no_grad()
    def apply():
        norm = d.norm().item()
        if norm > MAX_NORM:
            d.mul_(MAX_NORM / norm)
        x.g.mul_(ALPHA).addcmul_(d, d, value=1 - ALPHA)
        torch.add(x.g, EPSILON, out=root).sqrt_()
        flat.addcdiv_(d, root, value=-ETA)
        d.zero_()
    return apply


def apply_flat_compiled(x):
    """One vector, and loops that the compiler has fused."""
    flat, d = flatten(x)

    def step(flat, g, d):
        d.mul_(torch.clamp(MAX_NORM / d.norm(), max=1.0))
        g.mul_(ALPHA).addcmul_(d, d, value=1 - ALPHA)
        flat.sub_(ETA * d * torch.rsqrt(g + EPSILON))
        d.zero_()

    fused = torch.compile(step, fullgraph=True, dynamic=False)

    @torch.no_grad()
    def apply():
        fused(flat, x.g, d)
    return apply


def apply_each_compiled(x):
    """Gradients as backward leaves them, and loops that the compiler has fused."""
    theta = list(x.network.parameters())
    x.g = [torch.zeros_like(p) for p in theta]

    def step(theta, gs, ds):
        norm = torch.stack([d.square().sum() for d in ds]).sum().sqrt()
        factor = torch.clamp(MAX_NORM / norm, max=1.0)
        for p, g, d in zip(theta, gs, ds):
            d = d * factor
            g.mul_(ALPHA).addcmul_(d, d, value=1 - ALPHA)
            p.sub_(ETA * d * torch.rsqrt(g + EPSILON))

    fused = torch.compile(step, fullgraph=True, dynamic=False)

    @torch.no_grad()
    def apply():
        fused(theta, x.g, [p.grad for p in theta])
        for p in theta:
            p.grad = None
    return apply


def update(make_apply, make_loss):
    def make(x):
        apply = make_apply(x)
        loss = make_loss(x)

        def run():
            loss(x.actions, x.returns, *x.segment).backward()
            apply()
        return run
    return make


UPDATE = {
    "eager": update(apply_each, loss_eager),
    "eager, foreach": update(apply_foreach, loss_eager),
    "eager, flat": update(apply_flat, loss_eager),
    "eager, fused": update(apply_each_compiled, loss_eager),
    "jit, foreach": update(apply_foreach, loss_traced),
    "jit, flat": update(apply_flat, loss_traced),
    "jit, fused": update(apply_each_compiled, loss_traced),
    "compile, foreach": update(apply_foreach, loss_compiled),
    "compile, flat": update(apply_flat, loss_compiled),
    "compile, flat fused": update(apply_flat_compiled, loss_compiled),
    "compile, fused": update(apply_each_compiled, loss_compiled),
}


# ---- Checks: a form that computes something else does not count

def agree(a, b):
    """Whether two results are the same up to rounding; tensors, or lists of them."""
    if isinstance(a, torch.Tensor):
        return torch.allclose(a, b, rtol=1e-3, atol=1e-5 * float(b.abs().max()))
    return all(agree(p, q) for p, q in zip(a, b))


def squares(x):
    """g after one update, which is (1 - α) dθ² of the clipped gradient; in one order."""
    if isinstance(x.g, list):
        return torch.cat([g.permute(0, 2, 3, 1).flatten() if g.dim() == 4 else g.flatten()
                          for g in x.g])
    parts, at = [], 0
    for p in x.network.parameters():
        g = x.g.as_strided(p.shape, p.stride(), at)
        parts.append(g.permute(0, 2, 3, 1).flatten() if g.dim() == 4 else g.flatten())
        at += p.numel()
    return torch.cat(parts)


class Contender:
    def __init__(self, name):
        self.name = name
        self.works = {"forward": FORWARD, "update": UPDATE}
        self.observations = None
        self.ready = {}

    def forms(self, work):
        return [form + v for v in variants(self.name) for form in self.works[work]
                if not (form.startswith("compile") and "nn.LSTM" in v)]

    def make(self, work, form):
        base = max((f for f in self.works[work] if form.startswith(f)), key=len)
        x = Setting(self.name, form[len(base):], self.observations)
        run = self.works[work][base](x)
        return (run, run()) if work == "forward" else (run, (run(), squares(x))[1])

    def prepare(self, work, form):
        torch._dynamo.reset()
        run, result = self.make(work, form)
        _, wanted = self.make(work, "eager")
        if not agree(result, wanted):
            raise ValueError("its result differs from eager's")
        self.ready[work, form] = run
        return "ok"

    def time(self, work, form, count):
        run = self.ready[work, form]
        start = time.perf_counter_ns()
        for _ in range(count):
            run()
        return time.perf_counter_ns() - start

    def answer(self, line):
        command, _, rest = line.partition(" ")
        if command == "size":
            named = NETWORKS[self.name][0](True).named_parameters()
            return sum(p.numel() for name, p in named if not name.endswith("bias_hh"))
        if command == "observations":
            self.observations = torch.tensor([float(x) for x in rest.split(" ")])
            return "ok"
        if command == "forms":
            return "\t".join(self.forms(rest))
        if command == "prepare":
            try:
                return self.prepare(*rest.split(" ", 1))
            except Exception as e:                   # whatever a compiler throws: the form is out
                return f"{type(e).__name__}: {str(e).splitlines()[0] if str(e) else ''}"
        form, _, count = rest.rpartition(" ")
        return self.time(command, form, int(count))


def main():
    warnings.filterwarnings("ignore")
    logging.disable(logging.WARNING)
    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)
    contender = Contender(sys.argv[1])
    for line in sys.stdin:
        with contextlib.redirect_stdout(sys.stderr):  # compilers talk
            answer = contender.answer(line.rstrip("\n"))
        print(answer, flush=True)


if __name__ == "__main__":
    main()
