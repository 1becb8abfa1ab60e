#!/usr/bin/env bash
# rapidocr 3.10.0: with `return_word_box` and `return_single_char_box`, each character that stands behind a recognised space
# is given the confidence of the character before it; the first one behind the space that of the space itself.
#
# Input: a valid picture with one line of several words in Pillow's own font.
# Seen: the boxes leave spaces out, the list of confidences beside them does not, and the two are put together one by one.
#     What the last character was recognised with is given to nobody.
# Not a part of CI. Installs into a temporary folder, with pip's defaults, and fails if what is seen changes.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check rapidocr==3.10.0 onnxruntime==1.32.0 pillow==12.3.0
"$place/env/bin/python" - <<'PYTHON'
import numpy as np
from PIL import Image, ImageDraw, ImageFont
from rapidocr import RapidOCR

page = Image.new("RGB", (900, 120), "white")
ImageDraw.Draw(page).text((30, 30), "No. 12 of 34 a", "black", ImageFont.load_default(40))
quiet = {"Global.log_level": "critical", "Global.return_word_box": True, "Global.return_single_char_box": True}
engine = RapidOCR(params=quiet)
whole = engine(np.asarray(page), use_cls=False)
text, word = whole.txts[0], [one for one in whole.word_results if len(one) > 0][0]
told = [(char, confidence) for char, confidence, _ in word]

boxes = engine(np.asarray(page), use_det=True, use_cls=False, use_rec=False).boxes
line = engine.crop_text_regions(np.asarray(page), boxes)
alone = engine.recognize_txt(line)
own = list(zip(alone.txts[0], alone.word_results[0].confs, strict=True))

print("text:                  ", repr(text))
print("recognised with:       ", own)
print("given beside the boxes:", told)
assert text == alone.txts[0] and " " in text.strip(), text
shifted = [(char, own[k][1]) for k, char in enumerate(text.replace(" ", ""))]
right = [(char, confidence) for char, confidence in own if char != " "]
assert told == shifted, "the confidences are not shifted any more"
assert told != right
print("seen: behind each space they are shifted by one")
PYTHON
