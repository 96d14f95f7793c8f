"""Acts that stand beside a standing and do not change it: an instrument that waits, an intention declared."""

from toc_treaties.law.outcome import StandingKind
from toc_treaties.law.standing import Standing
from toc_treaties.model.action import Action, Effect

_SETTLES = frozenset({Effect.CONSENTS, Effect.WITHDRAWS_INSTRUMENT})


def pending(now: Standing) -> Action | None:
    """The instrument that was lodged and of which the deposit is not effective yet."""
    lodged = _last(now, Effect.LODGES)
    settled = lodged is not None and any(
        action.effect in _SETTLES and action.when.latest >= lodged.when.latest for action in now.actions
    )
    return None if settled else lodged


def declined(now: Standing) -> Action | None:
    """A signatory's notification that it does not intend to become a party (VCLT 18(a))."""
    return _last(now, Effect.DECLINES) if now.name is StandingKind.SIGNATORY else None


def _last(now: Standing, effect: Effect) -> Action | None:
    """The newest act of an effect, among those that can have been done by the date."""
    return max(
        (action for action in now.actions if action.effect is effect),
        key=lambda action: action.when.latest,
        default=None,
    )
