"""People with an account: the account, its roles, and the browsers in which somebody is logged in."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("store", "0003_api_key")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="AccountRow",
            fields=[
                ("number", models.CharField(max_length=9, primary_key=True, serialize=False)),
                ("subject", models.CharField(max_length=64, unique=True)),
                ("created", models.DateField()),
                ("used", models.DateField(db_index=True)),
            ],
            options={"db_table": "account"},
        ),
        migrations.CreateModel(
            name="RoleRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.TextField()),
                ("granted", models.DateTimeField()),
                ("granted_by", models.TextField()),
                ("ended", models.DateTimeField(null=True)),
                ("ended_by", models.TextField(default="")),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roles",
                        to="store.accountrow",
                    ),
                ),
            ],
            options={
                "db_table": "role",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended__isnull", True)),
                        fields=("account", "role"),
                        name="one_role_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionRow",
            fields=[
                ("session_key", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("session_data", models.TextField()),
                ("expire_date", models.DateTimeField(db_index=True)),
                ("account", models.CharField(db_index=True, default="", max_length=9)),
            ],
            options={"db_table": "session"},
        ),
    ]
