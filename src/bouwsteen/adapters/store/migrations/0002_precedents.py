"""The table of precedents, and what the database refuses."""

from typing import Any, ClassVar

import django.db.models.deletion
from django.db import migrations, models

from bouwsteen.adapters.store import guards


def set_guards(_apps: Any, editor: Any) -> None:
    """The triggers, in the words of the database at hand."""
    postgresql = editor.connection.vendor == "postgresql"
    for statement in guards.PRECEDENTS_POSTGRESQL if postgresql else guards.PRECEDENTS_SQLITE:
        editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("store", "0001_ledger")]
    operations: ClassVar[list[Any]] = [
        migrations.CreateModel(
            name="PrecedentRow",
            fields=[
                ("number", models.PositiveIntegerField(primary_key=True, serialize=False)),
                ("recorded", models.DateTimeField()),
                ("institution", models.TextField()),
                ("body", models.TextField()),
                ("decided", models.DateField()),
                ("reason", models.TextField()),
                ("part", models.TextField(db_index=True)),
                ("evidence", models.TextField()),
                ("origin", models.TextField()),
                ("level", models.TextField()),
                ("covers", models.TextField()),
                ("exam", models.TextField()),
                ("teaching", models.TextField()),
                (
                    "withdraws",
                    models.OneToOneField(
                        db_column="withdraws",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="store.precedentrow",
                    ),
                ),
            ],
            options={"db_table": "precedent"},
        ),
        migrations.RunPython(set_guards),
    ]
