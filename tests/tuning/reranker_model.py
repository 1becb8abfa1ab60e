"""The reader as it is trained: the bundled model's layers in torch, and what it is told by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from rag.indexing.e5file import E5File
from tests.tuning.reranker_data import Example, Window


class Reader(torch.nn.Module):
    """The bundled model's layers up to the last exit, in bfloat16, with two heads at each exit."""

    def __init__(self, source: E5File, exits: Sequence[int], trained_from: int) -> None:
        super().__init__()
        self.exits, self.heads_of_attention, self.epsilon = tuple(exits), source.shape.heads, source.shape.epsilon
        hidden = source.shape.hidden
        self.words = torch.from_numpy(source.weights("emb.word").reshape(-1, hidden).copy()).bfloat16()
        self.places = torch.from_numpy(
            source.weights("emb.pos").reshape(-1, hidden) + source.weights("emb.type")[:hidden][None]
        )
        self.fixed, self.learned = {}, torch.nn.ParameterDict()
        self.trained_from = trained_from
        for name in ("emb.ln.w", "emb.ln.b"):
            self._add(name, source.weights(name), trained_from > 0)
        for layer in range(max(exits)):
            for kind in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
                for part in "wb":
                    name = f"l{layer}.{kind}.{part}"
                    value = source.weights(name)
                    if part == "w" and not kind.endswith("ln"):
                        value = value.reshape(source.weights(f"l{layer}.{kind}.b").size, -1)
                    self._add(name, value, layer < trained_from)
        for e in exits:
            whole = trained_from >= e  # nothing below is trained: what judges sentences stays as it was
            self._add(f"x{e}.answers.w", np.random.default_rng(1).normal(0, 0.02, (1, 2 * hidden)).astype("f"), whole)
            self._add(f"x{e}.answers.b", np.full(1, -2, "f"), whole)
            self._add(f"x{e}.mark.w", np.random.default_rng(2).normal(0, 0.05, (WIDE, hidden)).astype("f"), False)
            self._add(f"x{e}.mark.b", np.zeros(WIDE, "f"), False)
            self._add(f"x{e}.short.w", np.random.default_rng(3).normal(0, 0.05, (1, WIDE)).astype("f"), False)
            self._add(f"x{e}.short.b", np.full(1, -4, "f"), False)
        self.kept: dict[str, Tensor] = {}
        """What was loaded, of layers that are no longer trained too."""

    def _add(self, name: str, value: Any, fixed: bool) -> None:
        tensor = torch.from_numpy(np.array(value, np.float32, copy=True))
        if fixed:
            self.fixed[name] = tensor.bfloat16()
        else:
            self.learned[name.replace(".", "_")] = torch.nn.Parameter(tensor.bfloat16())

    def load(self, kept: dict[str, Tensor]) -> None:
        """Take over what an earlier training learned."""
        self.kept = kept
        with torch.no_grad():
            for k, p in self.learned.items():
                if k in kept and p.shape == kept[k].shape:
                    p.copy_(kept[k])
        for name in self.fixed:
            if (k := name.replace(".", "_")) in kept:
                self.fixed[name] = kept[k].bfloat16()

    def w(self, name: str) -> Tensor:
        key = name.replace(".", "_")
        return self.learned[key] if key in self.learned else self.fixed[name]

    def forward(self, windows: Sequence[Window]) -> dict[int, list[tuple[Tensor, Tensor]]]:
        """By exit, for each window: the sentences' scores, shape (s,), and each token's as part of the short answer, (n,)."""
        longest = max(len(w.ids) for w in windows)
        ids, mask = (
            torch.zeros(len(windows), longest, dtype=torch.long),
            torch.zeros(len(windows), longest, dtype=torch.bool),
        )
        for k, w in enumerate(windows):
            ids[k, : len(w.ids)] = torch.tensor(w.ids)
            mask[k, : len(w.ids)] = True
        x = self.words[ids].float() + self.places[:longest]
        x = self._norm(x.bfloat16(), "emb.ln")
        bias = torch.zeros(mask.shape).masked_fill(~mask, -1e4)[:, None, None, :].expand(-1, 1, longest, longest)
        found: dict[int, list[tuple[Tensor, Tensor]]] = {}
        for layer in range(max(self.exits)):
            with torch.set_grad_enabled(torch.is_grad_enabled() and layer >= self.trained_from):
                x = self._layer(layer, x, bias)
            if layer + 1 in self.exits:
                found[layer + 1] = [self._scored(layer + 1, x[k, : len(w.ids)], w) for k, w in enumerate(windows)]
        return found

    def _scored(self, e: int, x: Tensor, w: Window) -> tuple[Tensor, Tensor]:
        s = len(w.evidence)
        of = torch.tensor(w.sentence)
        pool = (of[None, :] == torch.arange(s)[:, None]).to(x.dtype)
        mean = (pool @ x) / pool.sum(1, keepdim=True)
        both = torch.cat([mean, x[:1].expand(s, -1)], 1)
        scores = functional.linear(both, self.w(f"x{e}.answers.w"), self.w(f"x{e}.answers.b")).float()[:, 0]
        marks = functional.gelu(functional.linear(x, self.w(f"x{e}.mark.w"), self.w(f"x{e}.mark.b")))
        short = functional.linear(marks, self.w(f"x{e}.short.w"), self.w(f"x{e}.short.b")).float()[:, 0]
        return scores, short

    def _norm(self, x: Tensor, name: str) -> Tensor:
        return functional.layer_norm(x, (x.shape[-1],), self.w(f"{name}.w"), self.w(f"{name}.b"), self.epsilon)

    def _layer(self, layer: int, x: Tensor, bias: Tensor) -> Tensor:
        n, length, hidden = x.shape
        name = f"l{layer}"

        def linear(kind: str, value: Tensor) -> Tensor:
            return functional.linear(value, self.w(f"{name}.{kind}.w"), self.w(f"{name}.{kind}.b"))

        q, k, v = (linear(kind, x).view(n, length, self.heads_of_attention, -1).transpose(1, 2) for kind in "qkv")
        wide = functional.scaled_dot_product_attention(
            q.float(), k.float(), v.float(), attn_mask=bias
        )  # float32 runs back faster
        heads = wide.bfloat16().transpose(1, 2).reshape(n, length, hidden)
        x = self._norm(linear("ao", heads) + x, f"{name}.aln")
        return self._norm(linear("fo", functional.gelu(linear("fi", x))) + x, f"{name}.oln")


WIDE = 96
"""Numbers between a token's and its mark."""

TAGGED = 10
"""By what the losses of a window's tokens are divided, so that they count somewhat more than its sentences."""


def loss_of(example: Example, scored: Sequence[tuple[Tensor, Tensor]]) -> Tensor:
    """How unlikely the evidence is among all sentences and none, plus each sentence by itself, plus each token as part of
    the short answer."""
    scores = torch.cat([s for s, _ in scored])
    marks = torch.tensor([m for w in example.windows for m in w.evidence], dtype=torch.bool)
    likely = functional.log_softmax(torch.cat([scores, torch.zeros(1)]), 0)
    listwise = -likely[-1] if not marks.any() else -torch.logsumexp(likely[:-1][marks], 0)
    alone = functional.binary_cross_entropy_with_logits(scores, marks.float())
    total = listwise + 2 * alone
    for (_, short), w in zip(scored, example.windows, strict=True):
        known = torch.tensor([m is not None for m in w.short])
        if known.any():
            truth = torch.tensor([float(bool(m)) for m in w.short])[known]
            total = total + functional.binary_cross_entropy_with_logits(short[known], truth, reduction="sum") / TAGGED
    return total
