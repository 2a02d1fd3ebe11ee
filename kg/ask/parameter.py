"""Find what a value for a blank means in the graph, or the nearest that it could."""

import difflib
from collections.abc import Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable

from kg import text as text_forms
from kg.errors import QuestionError
from kg.graph import Store, Term, literal, number
from kg.model import Parameter

_NEAREST = 5
_KINDS = {
    "person": "人物",
    "organization": "組織",
    "meeting": "会議",
    "theme": "主題",
}

_UNKNOWN = {
    "ja": "{label}「{value}」はこの会議録にありません。近いもの: {nearest}",
    "en": "{label} “{value}” is not in the record. Nearest: {nearest}",
}
_NOTHING = {
    "ja": "{label}はこの会議録に一つもありません（「{value}」を探しました）",
    "en": "the record has no {label} at all (looked for “{value}”)",
}
_NUMBER = {
    "ja": "{label}には数を入れてください（「{value}」は数ではありません）",
    "en": "{label} takes a whole number, got “{value}”",
}
_SEVERAL = {
    "ja": "{label}「{value}」は一つに決まりません: {nearest}",
    "en": "{label} “{value}” means more than one: {nearest}",
}


def bind_value(
    store: Store, parameter: Parameter, value: str, language: str = "ja"
) -> tuple[Term, ...]:
    """Return the terms that *value* means for the blank *parameter*.

    Widths and blanks do not matter: 北川進 is 北川　進. A name that several bear
    means all of them, and the answer tells them apart.
    """
    label = parameter.label_ja if language == "ja" else parameter.label_en
    match parameter.kind:
        case "text":
            return (literal(value),)
        case "number":
            if not text_forms.key(value).isdecimal():
                raise QuestionError(_NUMBER[language].format(label=label, value=value))
            return (number(int(text_forms.key(value))),)
    known = _known(store, parameter.kind)
    wanted = _form(value)
    found = {term.sparql: term for term, name in known if _form(name) == wanted}
    if found:
        return tuple(found[key] for key in sorted(found))
    names = tuple(dict.fromkeys(name for _, name in known))
    templates = _UNKNOWN if names else _NOTHING
    nearest = _join(_nearest(value, names), language)
    message = templates[language].format(label=label, value=value, nearest=nearest)
    raise QuestionError(message)


def find_entity(store: Store, kind: str, value: str, language: str = "ja") -> str:
    """Return the IRI of the one person, organization, meeting … called *value*."""
    label = _KINDS.get(kind, kind) if language == "ja" else kind
    terms = bind_value(store, Parameter(kind, kind, label, label), value, language)
    if len(terms) == 1:
        return terms[0].text
    known = _known(store, kind)
    labels = [max((name for one, name in known if one == t), key=len) for t in terms]
    message = _SEVERAL[language].format(
        label=label, value=value, nearest=_join(dict.fromkeys(labels), language)
    )
    raise QuestionError(message)


def list_values(store: Store, kind: str) -> tuple[tuple[Term, str], ...]:
    """Return what may stand in a blank of *kind*: each term with one of its names.

    A text or a number may be any, so there is nothing to list.
    """
    return () if kind in {"text", "number"} else _known(store, kind)


def is_kind(kind: str) -> bool:
    """Tell whether a blank may be of this *kind*."""
    return kind in {"text", "number"} or (_folder() / f"{kind}.rq").is_file()


def _folder() -> Traversable:
    """Return the folder of the queries that list values."""
    return files("kg.ask") / "values"


def _known(store: Store, kind: str) -> tuple[tuple[Term, str], ...]:
    """Return the things of a *kind* in the graph, each with one of its names."""
    if not is_kind(kind):
        message = f"a blank cannot be of the kind {kind!r}"
        raise QuestionError(message)
    query = (_folder() / f"{kind}.rq").read_text(encoding="utf-8")
    return tuple(
        (term, name.text)
        for term, name in store.query(query).rows
        if term is not None and name is not None
    )


def _form(value: str) -> str:
    """Return *value* as it is compared."""
    return text_forms.key(value).casefold()


def _nearest(value: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names most like *value*, those that hold it first."""
    wanted = _form(value)

    def likeness(name: str) -> tuple[bool, float, str]:
        form = _form(name)
        holds = bool(wanted) and (wanted in form or form in wanted)
        ratio = difflib.SequenceMatcher(None, wanted, form).ratio()
        return not holds, -ratio, name

    chosen: dict[str, str] = {}
    for name in sorted(names, key=likeness):
        chosen.setdefault(_form(name), name)
    return tuple(chosen.values())[:_NEAREST]


def _join(names: Iterable[str], language: str) -> str:
    """Join names for a sentence."""
    return ("、" if language == "ja" else ", ").join(names)
