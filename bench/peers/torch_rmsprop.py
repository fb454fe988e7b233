"""Shared RMSProp as PyTorch computes it fastest, on vectors; alone, and for torch_a3c.py."""

import time

import torch

ALPHA, EPSILON = 0.99, 0.01


def rmsprop(theta, g, d, root, eta):
    """g ← α g + (1 − α) d²; θ ← θ − η d / √(g + ε), in place."""
    g.mul_(ALPHA).addcmul_(d, d, value=1 - ALPHA)
    torch.add(g, EPSILON, out=root).sqrt_()
    theta.addcdiv_(d, root, value=-eta)


class Update:
    """The same gradient again and again, with an η so small that θ stays where it is."""

    def __init__(self, form, n):
        self.theta, self.g, self.d, self.root = (torch.full((n,), 0.01) for _ in range(4))
        self.step = rmsprop if form == "eager" else torch.compile(self.fused, dynamic=False)

    @staticmethod
    def fused(theta, g, d, root, eta):
        """One loop, which PyTorch's compiler makes."""
        g.mul_(ALPHA).addcmul_(d, d, value=1 - ALPHA)
        theta.sub_(eta * d * torch.rsqrt(g + EPSILON))

    @torch.no_grad()
    def time(self, count):
        start = time.perf_counter_ns()
        for _ in range(count):
            self.step(self.theta, self.g, self.d, self.root, 1e-9)
        return time.perf_counter_ns() - start
