"""Train the reader of rag/asking/reranking from the bundled model, on the CPU.

    python -m tests.tuning.reranker OUT --reading FOLDER... [--examples FILE.jsonl...] [--start CHECKPOINT] [options]
                                    [--documents QUESTIONS.jsonl... --corpora CORPUS.jsonl...]
                                    [--again FILE.jsonl... --share 0.35]

`--reading` names folders of paragraphs with questions (corpus, queries, qrels), `--examples` what
`tests.tuning.reranker_examples` wrote, `--documents` questions about one document each of `--corpora`. Of `--again`, examples
of an earlier part, a share is drawn so that they are not forgotten. A question's windows are read one by one; all their
sentences compete with each other and with "none of them", whose score is 0 (a softmax, as answerability is learned in SQuAD 2.0: Rajpurkar et al.,
ACL 2018), and each is judged by itself too, since several may answer. Layers listed as exits each have a head of their
own (deep supervision), so that one training shows what fewer layers would do. A second head says of
each token whether it lies in the short answer, where that is printed.

Everything is seeded; weights are held in float32 and run in bfloat16.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from rag.indexing.e5file import read_e5
from rag.indexing.weights import weights_file
from tests.tuning.reranker_data import Example, Tokens, of_documents, of_paragraphs, of_program
from tests.tuning.reranker_model import Reader, loss_of

TOKENS = 6144
"""Tokens that run through the layers at once."""
QUESTIONS = 8
"""Questions a step."""


def batches(examples: Sequence[Example]) -> Iterator[list[Example]]:
    for k in range(0, len(examples), QUESTIONS):
        yield list(examples[k : k + QUESTIONS])


def run(
    model: Reader, examples: Sequence[Example]
) -> Iterator[tuple[list[Example], dict[int, list[list[tuple[Tensor, Tensor]]]]]]:
    """Questions in groups that fit, with what each exit makes of their windows."""
    group: list[Example] = []
    for e in [*examples, None]:
        longest = max((len(w.ids) for x in [*group, *([e] if e else [])] for w in x.windows), default=0)
        count = sum(len(x.windows) for x in [*group, *([e] if e else [])])
        if group and (e is None or longest * count > TOKENS):
            flat = model([w for x in group for w in x.windows])
            yield group, {exit_: _grouped(found, group) for exit_, found in flat.items()}
            group = []
        if e:
            group.append(e)


def _grouped(found: list[Any], group: Sequence[Example]) -> list[list[Any]]:
    grouped, at = [], 0
    for e in group:
        grouped.append(found[at : at + len(e.windows)])
        at += len(e.windows)
    return grouped


def train(
    model: Reader,
    examples: list[Example],
    passes: float,
    rate: float,
    out: Path,
    held: Sequence[Example],
    seed: random.Random,
) -> None:
    masters = {k: p.detach().float().clone() for k, p in model.learned.items()}
    decayed = [m for k, m in masters.items() if k.endswith("_w") and "ln" not in k]
    others = [m for k, m in masters.items() if not (k.endswith("_w") and "ln" not in k)]
    optimiser = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": 0.01}, {"params": others, "weight_decay": 0.0}], lr=rate, betas=(0.9, 0.98)
    )
    steps, step, started, seen = int(passes * len(examples) / QUESTIONS), 0, time.time(), []
    while step < steps:
        seed.shuffle(examples)
        for group in batches(examples):
            share = min((step + 1) / max(steps * 0.06, 1), (steps - step) / max(steps * 0.94, 1))
            for g in optimiser.param_groups:
                g["lr"] = rate * share
            total = 0.0
            for part, found in run(model, sorted(group, key=lambda e: max(len(w.ids) for w in e.windows))):
                loss = sum(
                    (loss_of(e, scored) for exit_ in model.exits for e, scored in zip(part, found[exit_], strict=True)),
                    torch.zeros(()),
                )
                (loss / (len(group) * len(model.exits))).backward()
                total += float(loss.detach())
            for k, p in model.learned.items():
                masters[k].grad = p.grad.float() if p.grad is not None else None
                p.grad = None
            torch.nn.utils.clip_grad_norm_([m for m in masters.values() if m.grad is not None], 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            with torch.no_grad():
                for k, p in model.learned.items():
                    p.copy_(masters[k])
            seen.append(total / len(group) / len(model.exits))
            step += 1
            if step % 25 == 0:
                print(
                    f"{step}/{steps} {time.time() - started:.0f}s loss {sum(seen[-50:]) / len(seen[-50:]):.3f}",
                    flush=True,
                )
            if step % 100 == 0 or step == steps:
                torch.save(model.kept | masters, out)
                if held and (step % 400 == 0 or step == steps):
                    print(told(model, held), flush=True)
            if step >= steps:
                break


def told(model: Reader, examples: Sequence[Example]) -> str:
    """First right, none right, area under the curve of answerable against not, for each exit and by language."""
    lines = []
    with torch.no_grad():
        rows = []
        for part, found in run(model, examples):
            for exit_ in model.exits:
                rows += [
                    (exit_, e, torch.cat([s for s, _ in scored])) for e, scored in zip(part, found[exit_], strict=True)
                ]
    for exit_ in model.exits:
        for lang in ("", "zh", "en"):
            own = [(e, s) for x, e, s in rows if x == exit_ and e.lang.startswith(lang)]
            yes = [(e, s) for e, s in own if e.answerable and any(any(w.evidence) for w in e.windows)]
            no = [s.max().item() for e, s in own if not e.answerable]
            if not yes:
                continue
            first = np.mean([[m for w in e.windows for m in w.evidence][int(s.argmax())] for e, s in yes])
            top3 = np.mean(
                [
                    any([m for w in e.windows for m in w.evidence][int(i)] for i in s.topk(min(3, len(s))).indices)
                    for e, s in yes
                ]
            )
            high = [s.max().item() for e, s in own if e.answerable]
            area = np.mean([(a > b) + 0.5 * (a == b) for a in high for b in no]) if no else float("nan")
            lines.append(
                f"  exit {exit_} {lang or 'all'} n={len(own)} reach {len(yes) / max(sum(e.answerable for e, _ in own), 1):.3f} first {first:.3f} in3 {top3:.3f} auc {area:.3f}"
            )
    return "\n".join(lines)


def main(argv: Sequence[str]) -> None:
    """Train and save, printing how it goes."""
    options = argparse.ArgumentParser()
    options.add_argument("out", type=Path)
    options.add_argument("--reading", type=Path, nargs="*", default=[])
    options.add_argument("--english", type=Path, nargs="*", default=[])
    options.add_argument("--examples", type=Path, nargs="*", default=[])
    options.add_argument("--again", type=Path, nargs="*", default=[])
    options.add_argument("--share", type=float, default=1.0)
    options.add_argument("--documents", type=Path, nargs="*", default=[])
    options.add_argument("--corpora", type=Path, nargs="*", default=[])
    options.add_argument("--held", type=Path, nargs="*", default=[])
    options.add_argument("--without", type=Path)
    options.add_argument("--start", type=Path)
    options.add_argument("--exits", type=int, nargs="+", default=[6, 12])
    options.add_argument("--from", dest="first", type=int, default=0)
    options.add_argument("--passes", type=float, default=1.0)
    options.add_argument("--rate", type=float, default=6e-5)
    options.add_argument("--windows", type=int, default=3)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--twins", type=float, default=0.0)
    options.add_argument("--some", type=int, default=0)
    given = options.parse_args(argv)
    torch.manual_seed(7)
    seed = random.Random(7)
    tokens, model = Tokens(), Reader(read_e5(weights_file()), given.exits, given.first)
    if given.start:
        model.load(torch.load(given.start))
    without = set(given.without.read_text().split()) if given.without else set()
    examples: list[Example] = []
    for folder in given.reading:
        examples += of_paragraphs(folder, tokens, seed)
    for folder in given.english:
        examples += of_paragraphs(folder, tokens, seed, "en")
    if given.some:
        seed.shuffle(examples)
        examples = examples[: given.some]
    for file in given.examples:
        examples += of_program(file, tokens, without, given.windows, True, given.twins, seed)
    for file in given.again:
        earlier = of_program(file, tokens, without, given.windows, True, 0, seed)
        examples += [e for e in earlier if seed.random() < given.share]
    for file in given.documents:
        examples += of_documents(file, given.corpora, tokens, seed)
    held = [e for file in given.held for e in of_program(file, tokens, set(), given.windows, False, 0, seed)][
        :: given.every
    ]
    print(
        len(examples),
        "questions;",
        sum(len(w.ids) for e in examples for w in e.windows) // max(len(examples), 1),
        "tokens each",
        flush=True,
    )
    if examples:
        train(model, examples, given.passes, given.rate, given.out, held, seed)
    elif held:
        print(told(model, held))


if __name__ == "__main__":
    main(sys.argv[1:])
