"""Name everything that can go wrong, one class and one sentence each."""

from pathlib import Path


class KgError(Exception):
    """Anything that stops one document or one command, told for people."""


class DocumentRefusedError(KgError, ValueError):
    """A document cannot be read as minutes: *where*, and the *reason*."""

    def __init__(self, where: str, reason: str) -> None:
        """Keep *where* (a path or a document name) and the *reason* apart."""
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class AuthorityFileError(KgError, ValueError):
    """A file of links to the world cannot be read: *where*, and the *reason*."""

    def __init__(self, where: str, reason: str) -> None:
        """Keep *where* (a path or a member of an archive) and the *reason* apart."""
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class DocumentMissingError(KgError, FileNotFoundError):
    """There is no file at the path that was given."""

    def __init__(self, path: Path) -> None:
        """Keep the *path*."""
        super().__init__(f"{path}: no such file; check the spelling of the path")
        self.path = path


class WorkerError(KgError, RuntimeError):
    """A worker gave no answer; the message is the reason, for one document."""


class ResourceError(KgError, LookupError):
    """A file that the program itself ships is missing or malformed."""


class QuestionError(KgError, ValueError):
    """A question, or a value for one of its blanks, is not known."""


class AmbiguousNameError(QuestionError):
    """A name fits several things: *candidates* tells them apart."""

    def __init__(self, name: str, candidates: tuple[str, ...], language: str) -> None:
        """Keep the *name* and its *candidates*."""
        if language == "ja":
            message = f"「{name}」は一つに決まりません: {'、'.join(candidates)}"
        else:
            message = f"“{name}” means more than one: {', '.join(candidates)}"
        super().__init__(message)
        self.name = name
        self.candidates = candidates


class QueryError(KgError, ValueError):
    """A SPARQL query cannot be run."""


class ExportError(KgError, ValueError):
    """A format cannot hold what the graph says."""


class PlotError(KgError, RuntimeError):
    """A picture cannot be drawn here: a library or a font is missing."""


class TermError(KgError, AttributeError):
    """A term is not in the ontology."""


class OutputError(KgError, ValueError):
    """Nothing can be written at the *path* that was given, for a *reason*."""

    def __init__(self, path: Path, reason: str) -> None:
        """Keep the *path*, as the reader gave it, and the *reason* apart."""
        super().__init__(f"{path}: {reason}; name another place with -o")
        self.path = path
        self.reason = reason


class ConfigError(KgError, ValueError):
    """A setting or an option is not known, or has a value that it cannot have."""


class JudgementError(KgError, ValueError):
    """A line of the ledger of judgements cannot be read, for a *reason*."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        """Keep the *path* of the file, the number of the *line* and the *reason*."""
        super().__init__(f"{path}, line {line}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class EndpointError(KgError, RuntimeError):
    """A store elsewhere refused, or gave no answer: its *url*, and the *reason*."""

    def __init__(self, url: str, reason: str, status: int | None = None) -> None:
        """Keep *url* and *reason* apart; *status* is that of HTTP, if any."""
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason
        self.status = status
