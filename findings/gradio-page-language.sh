#!/usr/bin/env bash
# gradio 6.31.0: a page's language is set to the browser's as soon as it is drawn, whatever language its words are in.
#
# Input: an app whose own words are Chinese, opened in a browser that speaks English, and an English one in a browser that speaks
# Chinese. No parameter of Blocks or launch says in which language the words are.
# Seen: the page that is sent says lang="en"; once drawn, <html lang> is the browser's language: "en" over Chinese words, "zh-CN" over
# English ones. A screen reader speaks them as the other language, and a browser neither offers to translate them nor chooses the
# glyphs of their language. A page that was sent with its own lang, by whatever stands before the app, loses it the same way.
# Not a part of CI. Installs into a temporary folder, needs a chromium, and fails if what is seen changes.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check gradio==6.31.0 playwright
cat > "$place/app.py" <<'PYTHON'
import shutil
import sys

import gradio as gr
from playwright.sync_api import sync_playwright

program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
if program is None:
    sys.exit("no chromium is installed")
seen = []
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
    for words, speaks in (("东江日报：问与答", "en-US"), ("Questions about the newspaper", "zh-CN")):
        with gr.Blocks(title=words, analytics_enabled=False) as app:
            gr.Markdown(words)
        _, address, _ = app.launch(prevent_thread_lock=True, quiet=True, server_name="127.0.0.1")
        page = browser.new_context(locale=speaks).new_page()
        page.goto(address)
        page.get_by_text(words).wait_for()
        page.wait_for_timeout(1000)
        seen.append((words, speaks, page.evaluate("document.documentElement.lang")))
        app.close()
    browser.close()
for told in seen:
    print(told)
sys.exit(0 if all(lang[:2] == speaks[:2] for _, speaks, lang in seen) else "the page's language is no longer the browser's")
PYTHON
"$place/env/bin/python" "$place/app.py"
