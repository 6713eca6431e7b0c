"""The tables of the ledger, of precedents and of keys. Rows become frozen values at once; nothing else reads them.

    ledger_entry        one row an adoption; never changed, numbered 0, 1, 2 … without gaps
    recorded_edition    one row an edition; only `until` is ever written afterwards, once
    precedent           one row a decision, or the withdrawal of one; never changed, numbered 1, 2, 3 …
    api_key             one row a key of a program that may write; `ended` is written once

Those of people stand in `people.tables`; Django finds them because they are imported here.

The database itself refuses everything else to the ledger: see the triggers in `migrations`.
"""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from bouwsteen.adapters.store.coding import FORM_LENGTH
from bouwsteen.adapters.store.people.tables import AccountRow, FileRow, RoleRow, SessionRow, ShareRow

__all__ = [
    "AccountRow",
    "ApiKeyRow",
    "EditionRow",
    "FileRow",
    "LedgerRow",
    "PrecedentRow",
    "RoleRow",
    "SessionRow",
    "ShareRow",
]
DIGEST_LENGTH = 64


class LedgerRow(models.Model):
    """One adoption."""

    number = models.PositiveIntegerField(primary_key=True)
    recorded = models.DateTimeField()
    actor = models.TextField()
    reason = models.TextField()
    editions = models.PositiveIntegerField()

    class Meta:
        db_table = "ledger_entry"


class EditionRow(models.Model):
    """One edition, known from ledger number `since` up to, not including, `until`.

    `valid_from` and `valid_until` repeat what the records say, for queries. `form` names the fields that
    `records` was written with.
    """

    source = models.TextField()
    owner = models.TextField()
    version = models.TextField()
    valid_from = models.DateField(null=True, db_index=True)
    valid_until = models.DateField(null=True, db_index=True)
    since = models.ForeignKey(LedgerRow, models.PROTECT, db_column="since", related_name="+")
    until = models.ForeignKey(LedgerRow, models.PROTECT, db_column="until", related_name="+", null=True)
    form = models.CharField(max_length=FORM_LENGTH)
    digest = models.CharField(max_length=DIGEST_LENGTH)
    records = models.BinaryField()
    document = models.BinaryField(null=True)

    class Meta:
        db_table = "recorded_edition"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "owner", "version"],
                condition=Q(until__isnull=True),
                name="one_edition_known_at_a_time",
            ),
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="until_not_before_since"),
        ]


class PrecedentRow(models.Model):
    """One entry of the book of precedents; a withdrawal fills `withdraws` and nothing about a part."""

    number = models.PositiveIntegerField(primary_key=True)
    recorded = models.DateTimeField()
    institution = models.TextField()
    body = models.TextField()
    decided = models.DateField()
    reason = models.TextField()
    withdraws = models.OneToOneField(
        "self", models.PROTECT, db_column="withdraws", related_name="+", null=True
    )
    part = models.TextField(db_index=True)
    evidence = models.TextField()
    origin = models.TextField()
    level = models.TextField()
    covers = models.TextField()
    exam = models.TextField()
    teaching = models.TextField()

    class Meta:
        db_table = "precedent"


class ApiKeyRow(models.Model):
    """The digest of a key, never the key itself."""

    name = models.TextField()
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    created = models.DateTimeField()
    ended = models.DateTimeField(null=True)

    class Meta:
        db_table = "api_key"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["name"], condition=Q(ended__isnull=True), name="one_key_of_a_name_at_a_time"
            )
        ]
