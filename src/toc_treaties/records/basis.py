"""What `basis` answers, as plain data."""

from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.pages.basis_words import case_text
from toc_treaties.pages.precedence import precedence_texts
from toc_treaties.questions.basis import BasisAnswer, ComesFirst
from toc_treaties.questions.between import MadeStatement
from toc_treaties.questions.serving import BasisFound
from toc_treaties.questions.treaties import Bound, By, clauses_of
from toc_treaties.records import envelope
from toc_treaties.records.standings import Data, iso, statement_data

TREATY = {Bound.CERTAIN: "binds_both", Bound.PERHAPS: "may_bind_both", Bound.NONE: "none_here"}

FIELDS = (
    "as_of", "states", "basis", "purpose", "articles", "force", "scope", "since", "unconfirmed", "statements", "of",
    "rule", "threshold", "requests_to", "treaty",
)  # fmt: skip


def record(answer: BasisAnswer) -> Data:
    """The bases in force, what comes before what, what is missing, what a statement bars, and what is to verify."""
    return {
        **envelope(answer.as_of),
        "states": [state.iso3 for state in answer.states],
        "precedence": [_precedence(one, answer) for one in answer.precedence],
        "bases": [_line(line, answer) for line in answer.lines],
        "missing": [
            {
                "instrument": one.instrument.id,
                "purpose": one.purpose,
                "not_party": [state.iso3 for state in one.not_party],
                "contracting": [state.iso3 for state in one.contracting],
                "not_known": [state.iso3 for state in one.doubtful],
            }
            for one in answer.missing
        ],
        "not_arising": [
            {"instrument": one.instrument.id, "purpose": one.purpose, "articles": list(one.articles), "of": one.of}
            for one in answer.idle
        ],
        "barred": [
            {
                "instrument": one.instrument.id,
                "purpose": one.purpose,
                "articles": list(one.articles),
                "of": one.of,
                "requests_to": [state.iso3 for state in one.requests_to],
                "state": one.said.state.iso3,
                "statement": statement_data(one.said.statement, answer.sources),
            }
            for one in answer.barred
        ],
        "to_verify": [{"agreement": one.id, "purpose": purpose} for purpose, one, _ in answer.to_verify],
    }


def _by(by: By) -> Data:
    return {"agreement" if isinstance(by, Agreement) else "instrument": by.id}


def _precedence(one: ComesFirst, answer: BasisAnswer) -> Data:
    bys = {by.id: by for by in one.treaties.certain}
    bys |= {line.by.id: line.by for line in answer.lines if line.purpose == one.purpose}
    return {
        "purpose": one.purpose,
        "treaties": [_by(by) for by in one.treaties.certain],
        "may_bind": [_by(by) for by in one.treaties.possible],
        "one_of": [_by(by) for by in one.treaties.one_of],
        "clauses": [
            {**_by(by), "article": clause.article, "says": clause.says, "unconfirmed": clause.unconfirmed is not None}
            for by in bys.values()
            for clause in clauses_of(by)
        ],
        "ordered": [{"first": _by(put.first), "then": _by(put.behind)} for put in one.ordered],
        "none_first": [_by(by) for by in one.unordered] if len(one.unordered) > 1 else [],
        "text": precedence_texts(answer, one.purpose),
    }


def _line(line: BasisFound, answer: BasisAnswer) -> Data:
    serving = line.serving
    return {
        **_by(line.by),
        "purpose": line.purpose,
        "articles": list(line.articles),
        "of": serving.of if serving else None,
        "rule": line.rule,
        "force": line.force,
        "scope": line.scope,
        "threshold": _threshold(line),
        "excludes": serving.excludes if serving else None,
        "requests_to": [state.iso3 for state in line.requests_to],
        "treaty": TREATY[line.treaties.bound] if line.treaties is not None else None,
        "protocols": [one.id for one in answer.protocols if _reaches(line, one)],
        "condition": case_text(line) or None,
        "yields": list(_yields(line)),
        "note": line.by.note if isinstance(line.by, Agreement) else serving.note if serving else None,
        "since": iso(line.since),
        "unconfirmed": line.marked,
        "statements": [_said(one, answer) for one in line.said],
        "authorities": [
            {"state": state.iso3, "article": one.article, "institution": one.institution}
            for state, one in line.authorities
        ],
        "not_known": [state.iso3 for state in line.not_known],
    }


def _yields(line: BasisFound) -> tuple[str, ...]:
    """The articles that give way to a treaty on the purpose."""
    if line.serving is None or line.serving.yields_to is None:
        return ()
    return line.serving.yields_to.articles or line.articles


def _reaches(line: BasisFound, protocol: Instrument) -> bool:
    """Whether a basis reaches the offences of a protocol that both states are in."""
    return protocol.serves_through is not None and protocol.serves_through.instrument == line.by.id


def _threshold(line: BasisFound) -> str | None:
    """What an offence must meet, where that was seen."""
    return line.by.threshold if isinstance(line.by, Agreement) else line.serving.threshold if line.serving else None


def _said(said: MadeStatement, answer: BasisAnswer) -> Data:
    return {"state": said.state.iso3, **statement_data(said.statement, answer.sources), "late": said.late}


def rows(answer: BasisAnswer) -> list[Data]:
    """A line for each basis in force."""
    return [
        {
            "as_of": answer.as_of.isoformat(),
            "states": "; ".join(state.iso3 for state in answer.states),
            "basis": line.by.id,
            "purpose": line.purpose,
            "articles": "; ".join(line.articles),
            "force": line.force,
            "scope": line.scope,
            "since": iso(line.since),
            "unconfirmed": line.marked,
            "statements": len(line.said),
            "of": line.serving.of if line.serving else None,
            "rule": line.rule,
            "threshold": _threshold(line),
            "requests_to": "; ".join(state.iso3 for state in line.requests_to),
            "treaty": TREATY[line.treaties.bound] if line.treaties is not None else None,
        }
        for line in answer.lines
    ]
