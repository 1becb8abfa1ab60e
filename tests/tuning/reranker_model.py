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
            self._add(f"x{e}.answers.w", np.random.default_rng(1).normal(0, 0.02, (1, 2 * hidden)).astype("f"), False)
            self._add(f"x{e}.answers.b", np.full(1, -2, "f"), False)
            self._add(f"x{e}.span.w", np.random.default_rng(2).normal(0, 0.02, (2, hidden)).astype("f"), False)
            self._add(f"x{e}.span.b", np.zeros(2, "f"), False)
        self.masters: dict[str, Tensor] = {}

    def _add(self, name: str, value: Any, fixed: bool) -> None:
        tensor = torch.from_numpy(np.array(value, np.float32, copy=True))
        if fixed:
            self.fixed[name] = tensor.bfloat16()
        else:
            self.learned[name.replace(".", "_")] = torch.nn.Parameter(tensor.bfloat16())

    def w(self, name: str) -> Tensor:
        key = name.replace(".", "_")
        return self.learned[key] if key in self.learned else self.fixed[name]

    def forward(self, windows: Sequence[Window]) -> dict[int, list[tuple[Tensor, Tensor]]]:
        """By exit, for each window: the sentences' scores, shape (s,), and each token's as first and last, (n, 2)."""
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
        spans = functional.linear(x, self.w(f"x{e}.span.w"), self.w(f"x{e}.span.b")).float()
        return scores, spans

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


def loss_of(example: Example, scored: Sequence[tuple[Tensor, Tensor]]) -> Tensor:
    """How unlikely the evidence is among all sentences and none, plus each sentence by itself, plus the short answer."""
    scores = torch.cat([s for s, _ in scored])
    marks = torch.tensor([m for w in example.windows for m in w.evidence], dtype=torch.bool)
    likely = functional.log_softmax(torch.cat([scores, torch.zeros(1)]), 0)
    listwise = -likely[-1] if not marks.any() else -torch.logsumexp(likely[:-1][marks], 0)
    alone = functional.binary_cross_entropy_with_logits(scores, marks.float())
    total = listwise + 2 * alone
    for (_, spans), w in zip(scored, example.windows, strict=True):
        if w.answer:
            first, last = (
                functional.log_softmax(spans, 0)[w.answer[0], 0],
                functional.log_softmax(spans, 0)[w.answer[1], 1],
            )
            total = total - 0.15 * (first + last)
    return total
