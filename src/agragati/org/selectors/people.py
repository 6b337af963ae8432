"""Questions about people: seen through the posts they hold."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When
from django.utils import timezone

from agragati.kernel.digits import to_latin
from agragati.kernel.errors import BadInput, NotFound, Refused
from agragati.kernel.text import search_key

from ..access import FIELDS, ROLES, Access, P, may_hand_out, may_see_field
from ..choices import PostingKind
from ..models import Posting, RoleGrant, User


@dataclass(frozen=True)
class PersonView:
    """A person as one viewer may see them: fields outside the viewer's rights are None."""

    pk: int
    name_bn: str
    name_en: str
    username: str
    is_active: bool
    postings: tuple[Posting, ...]
    phone: str | None
    email: str | None
    nothi_id: str | None


def people(*, by: Access, query: str = "") -> QuerySet[User]:
    """People who hold a post within the view (and the viewer), narrowed by words of name or user name."""
    by.require_signed_in()
    rows = User.objects.filter(_seen(by))
    for word in search_key(query).split():
        rows = rows.filter(search_key__contains=f" {word}")
    return rows.order_by("name_bn", "pk")


def people_at_work(*, by: Access, query: str = "") -> QuerySet[User]:
    """The same people, each with `held`: the postings of today, the regular one first."""
    held = Posting.objects.held_on(timezone.localdate()).select_related("post__office")
    regular = Case(When(kind=PostingKind.REGULAR, then=Value(0)), default=Value(1), output_field=IntegerField())
    held = held.order_by(regular, "pk")
    return people(by=by, query=query).prefetch_related(Prefetch("postings", queryset=held, to_attr="held"))


def _seen(by: Access) -> Q:
    """Through a posting in the view; oneself; and, for who manages people, those who never held a post yet."""
    if by.view_scope(P.PEOPLE_VIEW).everything or by.view_scope(P.PROVISION).everything:
        return Q()
    seen = Q(pk__in=Posting.objects.viewable_by(by, P.PEOPLE_VIEW).values("user"))
    if by.may(P.PEOPLE_MANAGE):
        seen |= Q(postings__isnull=True)
    return seen | Q(pk=by.user_id or 0)


def user(*, by: Access, user_id: int) -> User:
    """The person, when `by` may see them; raises NotFound otherwise."""
    found = people(by=by).filter(pk=user_id).first()
    if found is None:
        raise NotFound("There is no such person, or they work outside your view.")
    return found


def person(*, by: Access, user_id: int) -> PersonView:
    """One visible person with today's postings; telephone and e-mail only where the viewer's rights reach."""
    found = user(by=by, user_id=user_id)
    held = Posting.objects.held_on(timezone.localdate()).filter(user=found).select_related("post__office__area")
    own = found.pk == by.user_id
    postings = tuple(held.order_by("kind", "pk"))

    def field(name: str) -> str | None:
        places = [(row.post.office.path, row.post.office.area_path) for row in postings] or [("", "")]
        seen = own or any(may_see_field(by, f"user.{name}", *place) for place in places)
        return str(getattr(found, name)) if seen else None

    return PersonView(
        found.pk, found.name_bn, found.name_en, found.username, found.is_active, postings,
        field("phone"), field("email"), field("nothi_id"),
    )  # fmt: skip


def person_by_identity(*, by: Access, identity: str) -> User:
    """Whoever carries exactly this user name, e-mail or 12-digit number: for posting people from other offices.

    Needs the right to manage people; raises BadInput when nobody does.
    """
    by.require(P.PEOPLE_MANAGE)
    value = identity.strip()
    wanted = Q(username__iexact=value) | Q(email__iexact=value) | Q(nothi_id=to_latin(value))
    found = User.objects.filter(wanted, is_active=True).first() if value else None
    if found is None:
        raise BadInput("Nobody has this user name, e-mail or number.", field="identity")
    return found


def person_of_directory(*, by: Access, external_id: str, email: str) -> User | None:
    """The active user whom a directory's word means: by its id, else by a verified e-mail; None when unknown."""
    by.require(P.PROVISION)
    known = User.objects.filter(is_active=True)
    found = known.filter(external_id=external_id).first() if external_id else None
    if found is None and email:
        found = known.filter(email__iexact=email, external_id__in=["", external_id]).first()
    return found


def require_over_person(*, by: Access, person: User) -> None:
    """Raise Refused unless `by` may manage every post this person holds today, and could give its roles.

    Else an administrator of one small office could take over the account of someone who also works higher up.
    """
    if by.may(P.PROVISION) and by.enter_scope(P.PROVISION).everything:
        return
    by.require(P.PEOPLE_MANAGE)
    for held in Posting.objects.held_on(timezone.localdate()).filter(user=person).select_related("post__office__area"):
        by.require(P.PEOPLE_MANAGE, held.post.office.path, held.post.office.area_path)
        require_may_fill(by=by, post_id=held.post_id)


def require_may_fill(*, by: Access, post_id: int) -> None:
    """Raise Refused when the post carries a role that `by` could not give."""
    for key in RoleGrant.objects.filter(post_id=post_id).values_list("role", flat=True):
        if key in ROLES and not may_hand_out(by, ROLES[key]):
            raise Refused("This post carries rights that you may not give.", role=key)


def hidden_fields(*, by: Access) -> list[str]:
    """Names of the person fields that `by` may see nowhere: an export leaves these columns out."""
    return [name for name, permission in FIELDS.items() if not by.may(permission)]
