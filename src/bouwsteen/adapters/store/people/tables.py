"""The tables of people. Unlike the ledger they forget: a row that is removed is gone.

account     one row a person who ever logged in: a digest of what the login calls them, and two days
role        one row each time a role was granted; ended once
session     one row a browser in which somebody logs in or is logged in
saved_file  one row a file that somebody keeps, sealed
share       one row a code with which somebody may look at one
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

NUMBER_LENGTH = 9
DIGEST_LENGTH = 64


class AccountRow(models.Model):
    number = models.CharField(max_length=NUMBER_LENGTH, primary_key=True)
    subject = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    created = models.DateField()
    used = models.DateField(db_index=True)

    class Meta:
        db_table = "account"


class RoleRow(models.Model):
    account = models.ForeignKey(AccountRow, models.CASCADE, related_name="roles")
    role = models.TextField()
    granted = models.DateTimeField()
    granted_by = models.TextField()
    ended = models.DateTimeField(null=True)
    ended_by = models.TextField(default="")

    class Meta:
        db_table = "role"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "role"], condition=Q(ended__isnull=True), name="one_role_at_a_time"
            )
        ]


class SessionRow(models.Model):
    """The fields that Django's sessions have, and `account`: empty until somebody has logged in."""

    session_key = models.CharField(max_length=40, primary_key=True)
    session_data = models.TextField()
    expire_date = models.DateTimeField(db_index=True)
    account = models.CharField(max_length=NUMBER_LENGTH, default="", db_index=True)

    class Meta:
        db_table = "session"


class FileRow(models.Model):
    """`content` is sealed with a key that stands sealed in `wrapped`; see `sealing`."""

    id = models.CharField(max_length=22, primary_key=True)
    owner = models.ForeignKey(AccountRow, models.CASCADE, related_name="files")
    kept = models.DateTimeField()
    used = models.DateField(db_index=True)
    ground = models.TextField()
    key_id = models.TextField()
    wrapped = models.BinaryField()
    content = models.BinaryField()

    class Meta:
        db_table = "saved_file"


class ShareRow(models.Model):
    """The digest of a code, never the code; `account` is whoever used it first."""

    file = models.ForeignKey(FileRow, models.CASCADE, related_name="shares")
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    account = models.CharField(max_length=NUMBER_LENGTH, default="", db_index=True)
    until = models.DateField()

    class Meta:
        db_table = "share"
