"""Send a build to a SPARQL store elsewhere."""

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Self

import typer

from kg.cli.endpoint import User, reach
from kg.cli.terminal import show, warn
from kg.errors import ConfigError

if TYPE_CHECKING:
    from kg.push import Pushed, Step, Target

WORDS = {
    "ja": {
        "sent": "送信",
        "dropped": "削除",
        "failed": "失敗",
        "kept": "変更なし",
        "leftover": "残り",
        "triples": "トリプル",
        "graphs": "グラフ",
        "due": "送信予定",
        "there": "保存先にあるもの",
        "checked": "件数を確認済み",
        "unchecked": "件数は未確認。--endpoint に問い合わせ先を",
        "leftover_hint": "この構築にはもうないグラフ。--prune で削除",
        "filled": "既定グラフにも入れました",
        "union": "既定グラフは名前付きグラフの和です",
        "bag": "この保存先は、二つの文書が述べるトリプルを二度数えます。件数を問うと"
        "手元の答えと違うことがあります。和にしない設定で起動し、--default fill で"
        "送り直せます",
        "next": "次に",
        "stopped": "中断: {total} グラフ中 {sent} を送信済み。同じコマンドをもう一度"
        "実行すると続きから送ります",
    },
    "en": {
        "sent": "sent",
        "dropped": "dropped",
        "failed": "failed",
        "kept": "unchanged",
        "leftover": "left over",
        "triples": "triples",
        "graphs": "graphs",
        "due": "would send",
        "there": "in the store",
        "checked": "counts agree",
        "unchecked": "not counted; name where to ask with --endpoint",
        "leftover_hint": "graphs that this build has no more; --prune drops them",
        "filled": "the default graph has them too",
        "union": "the default graph is the union of the named ones",
        "bag": "this store counts twice what two documents state, so that counts may "
        "differ from those here; start it without a union, and send again with "
        "--default fill",
        "next": "next",
        "stopped": "stopped: {sent} of {total} graphs were sent; the same command "
        "goes on from there",
    },
}


class Default(StrEnum):
    """What is done with the graph that has no name."""

    AUTO = "auto"
    FILL = "fill"
    LEAVE = "leave"


def push(  # noqa: PLR0913 - the options of a command
    ctx: typer.Context,
    out: Annotated[
        Path, typer.Argument(metavar="OUT", help="A folder that kg build wrote.")
    ],
    *,
    endpoint: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where it is asked, and updated."),
    ] = None,
    update: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where it is updated, if that is elsewhere."),
    ] = None,
    graph_store: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Where whole graphs are put (GSP)."),
    ] = None,
    user: User = None,
    default: Annotated[
        Default,
        typer.Option(
            help="Fill the default graph too; auto looks whether it is a union."
        ),
    ] = Default.AUTO,
    batch: Annotated[
        int | None, typer.Option(min=1, help="The most triples of a request.")
    ] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop what was sent and is built no more.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Send everything, there or not.")
    ] = False,
    vocabulary: Annotated[
        bool, typer.Option(help="Send codes and themes too, for their labels.")
    ] = True,
    rehearse: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would be sent.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Send the graphs of a build to a SPARQL store, only those that differ.

    Each document is one named graph. With --graph-store they are put by the Graph
    Store Protocol, else by SPARQL Update. What was sent is kept in OUT/.kg/push, so
    that a run that was stopped goes on. Exit 1 where a graph did not arrive.

    Oxigraph takes --endpoint …/query --update …/update --graph-store …/store,
    Fuseki --endpoint …/DATASET --graph-store …/DATASET/data, Virtuoso --endpoint
    …/sparql --update …/sparql-auth --graph-store …/sparql-graph-crud-auth.
    """
    from kg.push import Settings, push_build

    fill = {Default.AUTO: None, Default.FILL: True, Default.LEAVE: False}[default]
    settings = Settings(batch, fill, force, prune, rehearse, vocabulary)
    words = WORDS[ctx.obj.language]
    target = _target(endpoint, update, graph_store)
    urls = [u for u in (target.shown, target.update, target.graph_store) if u]
    progress = Progress(words)
    with reach(user, *urls) as client, progress:
        pushed = push_build(out, target, client, settings, progress.tell)
    if as_json:
        show(json.dumps(asdict(pushed), ensure_ascii=False, indent=1) + "\n")
    else:
        show(_summary(pushed, target, words, rehearse=rehearse))
    if pushed.failed:
        raise typer.Exit(1)


def _target(
    endpoint: str | None, update: str | None, graph_store: str | None
) -> "Target":
    """Return where the store is; raises ConfigError where nowhere was said."""
    from kg.push import Target, check_url

    given = {
        "--endpoint": endpoint,
        "--update": update,
        "--graph-store": graph_store,
    }
    for option, url in given.items():
        if url is not None:
            check_url(url, option)
    if not any(given.values()):
        message = "where to? give --endpoint URL, perhaps with --graph-store URL"
        raise ConfigError(message)
    return Target(endpoint, update or endpoint, graph_store)


class Progress:
    """Tells the reader of graphs as they go, and what was sent if it stops."""

    def __init__(self, words: dict[str, str]) -> None:
        """Tell in *words*."""
        self._words = words
        self._sent = self._total = 0

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, trace: object
    ) -> None:
        """Say how to go on, if something was sent before it stopped."""
        if kind is not None and self._sent:
            words = self._words["stopped"]
            warn(f"kg: {words.format(sent=self._sent, total=self._total)}")

    def tell(self, step: "Step") -> None:
        """Tell of one graph; a failure always, the rest about twenty times."""
        if step.done == "failed":
            warn(f"kg: {step.graph}: {step.reason}")
            return
        self._sent, self._total = self._sent + 1, step.total
        every = max(1, step.total // 20)
        if step.place % every == 0 or step.place == step.total:
            words = self._words
            size = f" ({step.triples} {words['triples']})" if step.triples else ""
            warn(f"{step.place}/{step.total} {words[step.done]} {step.graph}{size}")


def _summary(
    pushed: "Pushed", target: "Target", words: dict[str, str], *, rehearse: bool
) -> str:
    """Say what came of it."""
    sent = words["due" if rehearse else "sent"]
    counts = {
        sent: len(pushed.sent),
        words["kept"]: len(pushed.kept),
        words["dropped"]: len(pushed.dropped),
        words["failed"]: len(pushed.failed),
    }
    lines = [" · ".join(f"{word} {count}" for word, count in counts.items())]
    if rehearse:
        lines += [f"  {name}" for name in pushed.sent]
    else:
        checked = words["checked" if pushed.checked else "unchecked"]
        lines.append(f"{words['there']}: {pushed.there} {words['triples']} ({checked})")
    lines += [f"{words['failed']}: {name}: {why}" for name, why in pushed.failed]
    if pushed.leftover:
        count = len(pushed.leftover)
        lines.append(f"{words['leftover']} {count}: {words['leftover_hint']}")
    if pushed.union:
        lines.append(words[pushed.union])
    if not rehearse and target.endpoint:
        lines.append(f"{words['next']}: kg ask --endpoint {target.endpoint}")
    return "".join(f"{line}\n" for line in lines)
