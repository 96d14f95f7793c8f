"""What `basis` answers, as plain data."""

from collections.abc import Iterable

from toc_treaties.model.agreement import Agreement
from toc_treaties.model.instrument import Instrument
from toc_treaties.questions.asked_for import AskedFor
from toc_treaties.questions.basis import BasisAnswer, ForPurpose
from toc_treaties.questions.between import By, MadeStatement
from toc_treaties.questions.serving import Barred, BasisFound, Missing
from toc_treaties.questions.treaties import clauses_of
from toc_treaties.records import Data, codes, envelope, iso, lines, word
from toc_treaties.records.measures import measure_brief
from toc_treaties.records.standings import statement_data

FIELDS = (
    "as_of", "states", "basis", "purpose", "articles", "force", "scope", "since", "unconfirmed", "statements", "of",
    "rule", "threshold", "requests_to", "treaty",
)  # fmt: skip


def record(answer: BasisAnswer) -> Data:
    """The bases in force, what comes before what, what is missing, what a statement bars, and what is to verify."""
    return {
        **envelope(answer.as_of),
        "states": codes(answer.states),
        "precedence": [_precedence(part) for part in answer.parts],
        "asked_for": [_asked_for(part.purpose, asked) for part in answer.parts for asked in part.asked_for],
        "bases": [_line(line, answer) for line in answer.lines],
        "missing": [_missing(missing) for missing in answer.missing],
        "not_arising": [
            {
                "instrument": idle.instrument.id,
                "purpose": idle.purpose,
                "articles": list(idle.articles),
                "of": idle.of,
                "statements": _said(idle.said, answer),
            }
            for part in answer.parts
            for idle in part.idle
        ],
        "barred": [_barred(barred, answer) for barred in answer.barred],
        "to_verify": [
            {"agreement": agreement.id, "purpose": part.purpose, "why": word(binding.doubt)}
            for part in answer.parts
            for agreement, binding in part.to_verify
        ],
    }


def by_data(by: By) -> Data:
    """The id of an instrument or agreement, as which of the two it is."""
    return {"agreement" if isinstance(by, Agreement) else "instrument": by.id}


def _missing(missing: Missing) -> Data:
    return {
        "instrument": missing.instrument.id,
        "purpose": missing.purpose,
        "not_party": codes(missing.not_party),
        "contracting": codes(missing.contracting),
        "not_known": codes(missing.doubtful),
        "unconfirmed": codes(missing.marked),
    }


def _barred(barred: Barred, answer: BasisAnswer) -> Data:
    return {
        "instrument": barred.instrument.id,
        "purpose": barred.purpose,
        "articles": list(barred.articles),
        "of": barred.of,
        "requests_to": codes(barred.requests_to),
        "state": barred.said.state.iso3,
        "statement": statement_data(barred.said.statement, answer.sources),
    }


def _precedence(part: ForPurpose) -> Data:
    bys = {by.id: by for by in (*part.treaties.certain, *(line.by for line in part.lines))}
    return {
        "purpose": part.purpose,
        "treaties": [by_data(by) for by in part.treaties.certain],
        "may_bind": [by_data(by) for by in part.treaties.possible],
        "one_of": [by_data(by) for by in part.treaties.one_of],
        "clauses": [
            {
                **by_data(by),
                "article": clause.article,
                "says": clause.says,
                "unconfirmed": clause.unconfirmed is not None,
            }
            for by in bys.values()
            for clause in clauses_of(by)
        ],
        "ordered": [{"first": by_data(put.first), "then": by_data(put.behind)} for put in part.ordered],
        "none_first": [by_data(by) for by in part.unordered] if len(part.unordered) > 1 else [],
    }


def _asked_for(purpose: str, asked: AskedFor) -> Data:
    """A state's law on a purpose, what stands first, and the institutions named for it."""
    return {
        "purpose": purpose,
        "state": asked.state.iso3,
        "sign": str(asked.law.sign.sign),
        "official": asked.law.sign.official,
        "laws": [measure_brief(standing) for standing in asked.laws],
        "authorities": [
            {
                "role": word(named.role),
                "instrument": named.instrument,
                "article": named.article,
                "institution": named.institution,
                "source": list(named.sources),
            }
            for named in asked.authorities
        ],
    }


def _line(line: BasisFound, answer: BasisAnswer) -> Data:
    serving = line.serving
    return {
        **by_data(line.by),
        "purpose": line.purpose,
        "articles": list(line.articles),
        "articles_unconfirmed": serving.unconfirmed is not None,
        "of": line.of,
        "rule": line.rule,
        "force": line.force,
        "scope": line.scope,
        "threshold": serving.threshold,
        "excludes": serving.excludes,
        "beside_treaty": serving.beside_treaty,
        "requests_to": codes(line.requests_to),
        "treaty": line.treaties.bound.value if line.treaties is not None else None,
        "protocols": [protocol.id for protocol in answer.protocols if _reaches(line, protocol)],
        "yields": list(line.yields),
        "yields_by": serving.yields_to.article if serving.yields_to else None,
        "conforms_to": list(serving.conforms_to),
        "reserved_by": codes(line.reserved_by),
        "note": serving.note,
        "since": iso(line.since),
        "unconfirmed": line.marked,
        "statements": _said(line.said, answer),
        "withdrawn": _said(line.withdrawn, answer),
        "authorities": [
            {"state": state.iso3, "article": named.article, "institution": named.institution}
            for state, named in line.authorities
        ],
        "not_known": codes(line.not_known),
    }


def _said(made: Iterable[MadeStatement], answer: BasisAnswer) -> list[Data]:
    """Statements, each with the state that made it."""
    return [
        {"state": said.state.iso3, **statement_data(said.statement, answer.sources), "late": said.late} for said in made
    ]


def _reaches(line: BasisFound, protocol: Instrument) -> bool:
    """Whether a basis reaches the offences of a protocol that both states are in."""
    return protocol.serves_through is not None and protocol.serves_through.instrument == line.by.id


def rows(answer: BasisAnswer) -> list[Data]:
    """A line for each basis in force."""
    whole = record(answer)
    bases = [{"basis": line.by.id, **_line(line, answer)} for line in answer.lines]
    return lines({**whole, "states": "; ".join(whole["states"]), "bases": bases}, "bases", FIELDS)
