"""The tables of the ledger as a Django application."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Named `store`, so that its tables and migrations keep their name wherever the package stands."""

    name = "bouwsteen.adapters.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
