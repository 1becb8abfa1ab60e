"""Write the mean of the weights of two trainings of the reader.

    python -m tests.tuning.reranker_mean OUT.pt ONE.pt OTHER.pt

What a reader learns late it learns at the cost of what it knew; half the way it keeps most of both (Wortsman et al., Robust
fine-tuning of zero-shot models, CVPR 2022). ONE may be of less: what only OTHER has is taken as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import torch


def main(argv: Sequence[str]) -> None:
    """Write the file."""
    one, other = torch.load(argv[1]), torch.load(argv[2])
    torch.save({k: (one[k].float() + v.float()) / 2 if k in one else v for k, v in other.items()}, argv[0])


if __name__ == "__main__":
    main(sys.argv[1:])
