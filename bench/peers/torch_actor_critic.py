"""The network and loss of torch_a3c.py, in the forms that it compares."""

import math

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from torch_worlds import WORLDS

VALUE_COEFFICIENT = 0.5


def make_network(world):
    """A trunk, and both heads as one layer: out [B, A + 1], logits and V."""
    actions = WORLDS[world].actions
    if world == "cartpole":
        trunk = [nn.Linear(4, 128), nn.ReLU()]
    else:                                             # 4x10x10 -> 16x8x8 -> 128
        trunk = [nn.Conv2d(4, 16, 3), nn.ReLU(), nn.Flatten(), nn.Linear(1024, 128), nn.ReLU()]
    network = nn.Sequential(*trunk, nn.Linear(128, actions + 1))
    for layer in network:
        if hasattr(layer, "weight"):
            nn.init.orthogonal_(layer.weight, math.sqrt(2))
            nn.init.zeros_(layer.bias)
    nn.init.orthogonal_(network[-1].weight[:actions], 0.01)
    nn.init.orthogonal_(network[-1].weight[actions:], 1)
    return network


def size(network):
    return sum(p.numel() for p in network.parameters())


def move_into(network, flat, d):
    """Makes the parameters views of one vector, and their gradients of another."""
    at = 0
    for p in network.parameters():
        flat[at:at + p.numel()] = p.data.flatten()
        p.data = flat[at:at + p.numel()].view(p.shape)
        p.grad = d[at:at + p.numel()].view(p.shape)
        at += p.numel()


def outputs_of_one(network):
    """The network for one observation, as functions: no modules, a vector instead of a batch."""
    *front, last = [layer for layer in network if hasattr(layer, "weight")]
    if len(front) == 1:
        w, b, v, c = front[0].weight, front[0].bias, last.weight, last.bias
        return lambda s: torch.addmv(c, v, torch.addmv(b, w, s[0]).relu_())
    k, kb, w, b = front[0].weight, front[0].bias, front[1].weight, front[1].bias
    v, c = last.weight, last.bias
    return lambda s: torch.addmv(c, v, torch.addmv(
        b, w, torch.conv2d(s, k, kb).relu_().flatten()).relu_())


class Loss(nn.Module):
    """Network and loss as one module, so that they can be compiled as one."""

    def __init__(self, network, actions, beta):
        super().__init__()
        self.network, self.actions, self.beta = network, actions, beta

    def forward(self, s, a, returns):
        out = self.network(s)
        log_p, values = F.log_softmax(out[:, :self.actions], 1), out[:, self.actions]
        entropy = -(log_p.exp() * log_p).sum()
        advantage = returns - values
        log_pi = log_p.gather(1, a).flatten()
        return (-(log_pi * advantage.detach()).sum() - self.beta * entropy
                + VALUE_COEFFICIENT * advantage.square().sum())


def gradient_of_loss(out, a, returns, beta):
    """∂L/∂out by hand, in NumPy, whose calls cost less than PyTorch's on so few numbers."""
    logits = out[:, :-1]
    log_p = logits - logits.max(1, keepdims=True)
    log_p -= np.log(np.exp(log_p).sum(1, keepdims=True))
    p = np.exp(log_p)
    advantage = returns - out[:, -1]
    d = np.empty_like(out)
    entropy = -(p * log_p).sum(1, keepdims=True)
    d[:, :-1] = p * advantage[:, None] + beta * p * (log_p + entropy)
    d[np.arange(len(a)), a[:, 0]] -= advantage
    d[:, -1] = -2 * VALUE_COEFFICIENT * advantage
    return d
