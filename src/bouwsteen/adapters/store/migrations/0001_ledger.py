"""The two tables of the ledger, and what the database refuses."""

from typing import Any, ClassVar

import django.db.models.deletion
from django.db import migrations, models

from bouwsteen.adapters.store import guards


def set_guards(_apps: Any, editor: Any) -> None:
    """The triggers, in the words of the database at hand."""
    for statement in guards.POSTGRESQL if editor.connection.vendor == "postgresql" else guards.SQLITE:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar[list[Any]] = [
        migrations.CreateModel(
            name="LedgerRow",
            fields=[
                ("number", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("recorded", models.DateTimeField()),
                ("actor", models.TextField()),
                ("reason", models.TextField()),
                ("editions", models.PositiveIntegerField()),
            ],
            options={"db_table": "ledger_entry"},
        ),
        migrations.CreateModel(
            name="EditionRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.TextField()),
                ("owner", models.TextField()),
                ("version", models.TextField()),
                ("valid_from", models.DateField(db_index=True, null=True)),
                ("valid_until", models.DateField(db_index=True, null=True)),
                ("form", models.CharField(max_length=16)),
                ("digest", models.CharField(max_length=64)),
                ("records", models.BinaryField()),
                ("document", models.BinaryField(null=True)),
                (
                    "since",
                    models.ForeignKey(
                        db_column="since",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.ledgerrow",
                    ),
                ),
                (
                    "until",
                    models.ForeignKey(
                        db_column="until",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.ledgerrow",
                    ),
                ),
            ],
            options={
                "db_table": "recorded_edition",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until__isnull", True)),
                        fields=("source", "owner", "version"),
                        name="one_edition_known_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))),
                        name="until_not_before_since",
                    ),
                ],
            },
        ),
        migrations.RunPython(set_guards),
    ]
