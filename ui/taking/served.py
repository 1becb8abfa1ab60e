"""Where the browser fetches what is taken away."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import parse_qs

from rag import Language, OverdueError, RagError, ScopeError, in_time
from ui.gate.answers import App, Scope
from ui.gate.fetched import Fetched
from ui.handlers.days import UnreadableDayError
from ui.language import reader_of
from ui.ports import Asked
from ui.present.reasons import detail
from ui.problems import one_line
from ui.strings import say
from ui.taking.files import KINDS, Fields, dossier_of

PATH = "/taken"
LONGEST = 60.0
"""Seconds of the processor for a file: a thousand events, each with its article."""


def taken(app: App, assistant: Asked) -> App:
    """ASGI middleware: `GET /taken?as=word` with a question, a person or filters gives the file.

    400 for a kind of file that there is not, a day that is none or a question that is asked of what is not there, 503 for a file that took too long, 404 for what cannot be
    told, each with a line.
    """

    async def made(scope: Scope) -> App:
        from starlette.concurrency import run_in_threadpool
        from starlette.datastructures import Headers
        from starlette.responses import PlainTextResponse, Response

        language = reader_of(Headers(scope=scope))
        fields = parse_qs(scope["query_string"].decode("latin-1"))
        try:
            content, headers = await run_in_threadpool(_made, assistant, language, fields)
        except (KeyError, UnreadableDayError):
            return PlainTextResponse(say(language, "taking.wrong"), HTTPStatus.BAD_REQUEST)
        except ScopeError:
            return PlainTextResponse(say(language, "problem.ScopeError"), HTTPStatus.BAD_REQUEST)
        except OverdueError:
            return PlainTextResponse(say(language, "problem.OverdueError"), HTTPStatus.SERVICE_UNAVAILABLE)
        except RagError as error:
            return PlainTextResponse(detail(language, one_line(error)), HTTPStatus.NOT_FOUND)
        return Response(content, headers=headers)

    return Fetched(app, PATH, made)


def _made(assistant: Asked, language: Language, fields: Fields) -> tuple[bytes, dict[str, str]]:
    """The file and its heads; KeyError for a kind that there is not."""
    kind = KINDS[fields.get("as", [""])[0]]
    with in_time(LONGEST):
        content = kind.write(language, dossier_of(assistant, language, fields))
    kept = {} if kind.shown else {"content-disposition": f'attachment; filename="wenzheng.{kind.suffix}"'}
    return content, {"content-type": kind.media, **kept}
