"""Where the browser fetches what is taken away."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import parse_qs

from rag import Language, RagError
from ui.gate.account import may_read
from ui.gate.answers import App, Receive, Scope, Send
from ui.gate.answers import answer as answered
from ui.handlers.events import UnreadableDayError
from ui.language import reader_of
from ui.ports import Asked
from ui.present.places import without_places
from ui.problems import one_line
from ui.strings import say
from ui.taking.files import KINDS, Fields, dossier_of

PATH = "/taken"


class Taken:
    """ASGI middleware: `GET /taken?as=word` with a question, a person or filters gives the file.

    400 for a kind of file that there is not or a day that is none, 404 for what cannot be told, each with a line.
    """

    def __init__(self, app: App, assistant: Asked) -> None:
        self.app, self.assistant = app, assistant

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the file, pass on everything else."""
        if scope["type"] != "http" or scope["path"] != PATH or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        if not may_read(scope):
            await answered(send, HTTPStatus.FORBIDDEN)
            return
        from starlette.concurrency import run_in_threadpool
        from starlette.datastructures import Headers
        from starlette.responses import PlainTextResponse, Response

        language = reader_of(Headers(scope=scope))
        fields = parse_qs(scope["query_string"].decode("latin-1"))
        try:
            content, headers = await run_in_threadpool(self._made, language, fields)
            answer = Response(content, headers=headers)
        except (KeyError, UnreadableDayError):
            answer = PlainTextResponse(say(language, "taking.wrong"), HTTPStatus.BAD_REQUEST)
        except RagError as error:
            answer = PlainTextResponse(without_places(one_line(error)), HTTPStatus.NOT_FOUND)
        await answer(scope, receive, send)

    def _made(self, language: Language, fields: Fields) -> tuple[bytes, dict[str, str]]:
        """The file and its heads; KeyError for a kind that there is not."""
        kind = KINDS[fields.get("as", [""])[0]]
        content = kind.write(language, dossier_of(self.assistant, language, fields))
        kept = {} if kind.shown else {"content-disposition": f'attachment; filename="wenzheng.{kind.suffix}"'}
        return content, {"content-type": kind.media, **kept}
