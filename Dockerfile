# Wenzheng in a container: built with the network once, run without. The index, the pages and the model's converted copy
# lie in one volume, /data; everything else may be read-only, and nothing runs as root.
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE THIRD_PARTY.md ./
COPY rag rag
COPY ui ui
RUN python -m venv /usr/local/wenzheng && /usr/local/wenzheng/bin/pip install --no-cache-dir .

FROM python:3.13-slim
RUN useradd --uid 10001 --create-home --home-dir /data --shell /usr/sbin/nologin wenzheng
COPY --from=build /usr/local/wenzheng /usr/local/wenzheng
# a new volume begins with the sample pages
COPY --chown=wenzheng:wenzheng seeds /data/pages
ENV PATH=/usr/local/wenzheng/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    HF_HUB_OFFLINE=1 \
    XDG_CACHE_HOME=/data/cache \
    WENZHENG_INDEX=/data/index \
    WENZHENG_PAGES=/data/pages \
    WENZHENG_HOST=0.0.0.0 \
    WENZHENG_PORT=7860
USER wenzheng
WORKDIR /data
VOLUME /data
EXPOSE 7860
# whatever the page answers, be it that one must log in, it is there
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 \
    CMD ["python", "-c", "import http.client as h, os; c = h.HTTPConnection('127.0.0.1', int(os.environ['WENZHENG_PORT']), timeout=4); c.request('GET', '/'); raise SystemExit(c.getresponse().status >= 500)"]
CMD ["wenzheng", "serve"]
