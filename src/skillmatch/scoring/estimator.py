"""The conventions of scikit-learn estimators, without the time that its import takes.

scikit-learn asks an estimator for methods and not for a base class, so a program that only scores never loads it.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sklearn.utils import Tags

Self = TypeVar("Self", bound="Estimator")


class Estimator:
    """An object with keyword-only parameters that are stored as given under their own names."""

    def get_params(self, deep: bool = True) -> dict[str, object]:
        """Return the parameters by name."""
        names = [name for name in inspect.signature(type(self).__init__).parameters if name != "self"]
        return {name: getattr(self, name) for name in sorted(names)}

    def set_params(self: Self, **params: object) -> Self:
        """Set parameters by name; what was learnt or prepared with the old ones is forgotten.

        Raises
        ------
        ValueError
            There is no parameter of such a name.
        """
        known = self.get_params()
        unknown = sorted(set(params) - set(known))
        if unknown:
            raise ValueError(f"{type(self).__name__} has no parameter {unknown[0]!r}; it has {', '.join(known)}")
        self.__dict__.clear()
        self.__init__(**{**known, **params})  # type: ignore[misc]
        return self

    def __sklearn_clone__(self: Self) -> Self:
        """Return an unfitted one with the very same parameters: a taxonomy or a background is never copied."""
        return type(self)(**self.get_params())

    def __sklearn_tags__(self) -> Tags:
        from sklearn.utils import InputTags, Tags, TargetTags, TransformerTags

        return Tags(
            estimator_type=None,
            target_tags=TargetTags(required=False),
            transformer_tags=TransformerTags(),
            input_tags=InputTags(two_d_array=False),
        )
