"""Files that people keep, sealed, and whom they share them with."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("store", "0004_people")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="FileRow",
            fields=[
                ("id", models.CharField(max_length=22, primary_key=True, serialize=False)),
                ("kept", models.DateTimeField()),
                ("used", models.DateField(db_index=True)),
                ("ground", models.TextField()),
                ("key_id", models.TextField()),
                ("wrapped", models.BinaryField()),
                ("content", models.BinaryField()),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="store.accountrow",
                    ),
                ),
            ],
            options={"db_table": "saved_file"},
        ),
        migrations.CreateModel(
            name="ShareRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("account", models.CharField(db_index=True, default="", max_length=9)),
                ("until", models.DateField()),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="shares",
                        to="store.filerow",
                    ),
                ),
            ],
            options={"db_table": "share"},
        ),
    ]
