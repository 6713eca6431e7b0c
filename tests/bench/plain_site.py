"""The site with one view beside the API: the same answer, as a plain Django view over the ORM gives it.

Served by the benchmark only. The tables are made and filled when it is first asked.
"""

from django.db import connection, models, transaction
from django.http import HttpRequest, JsonResponse
from django.urls import path

from bouwsteen.entrances.web.site import published
from bouwsteen.entrances.web.urls import *  # noqa: F403 # the site itself
from bouwsteen.entrances.web.urls import urlpatterns as of_the_site
from bouwsteen.model.catalogue import DatedCatalogue


class Qualification(models.Model):
    crebo = models.CharField(max_length=40, primary_key=True)
    name = models.TextField()
    level = models.IntegerField(null=True)

    class Meta:
        app_label = "plain"


class CoreTask(models.Model):
    qualification = models.ForeignKey(Qualification, models.CASCADE, related_name="tasks")
    code = models.CharField(max_length=20)
    title = models.TextField()

    class Meta:
        app_label = "plain"


class WorkProcess(models.Model):
    task = models.ForeignKey(CoreTask, models.CASCADE, related_name="processes")
    code = models.CharField(max_length=20)
    title = models.TextField()

    class Meta:
        app_label = "plain"


def fill(_: HttpRequest) -> JsonResponse:
    """The tables, with the structure of today."""
    structure = published().today().structure
    with connection.schema_editor() as editor:
        for model in (Qualification, CoreTask, WorkProcess):
            editor.create_model(model)
    with transaction.atomic():
        _fill(structure)
    return JsonResponse({"filled": Qualification.objects.count()})


def _fill(structure: DatedCatalogue) -> None:
    for crebo, found in structure.qualifications.items():
        level = found.level.value if found.level else None
        made = Qualification.objects.create(crebo=crebo, name=found.name, level=level)
        for task in structure.core_tasks[crebo]:
            kept = CoreTask.objects.create(qualification=made, code=task.code, title=task.title)
            WorkProcess.objects.bulk_create(
                WorkProcess(task=kept, code=each.code, title=each.title)
                for each in structure.work_processes(task.key)
            )


def plain(_: HttpRequest, crebo: str) -> JsonResponse:
    """One qualification with its parts, in three queries."""
    found = Qualification.objects.prefetch_related("tasks__processes").get(crebo=crebo)
    parts = [
        {
            "code": task.code,
            "title": task.title,
            "parts": [{"code": each.code, "title": each.title} for each in task.processes.all()],
        }
        for task in found.tasks.all()
    ]
    return JsonResponse({"crebo": found.crebo, "name": found.name, "level": found.level, "parts": parts})


urlpatterns = [*of_the_site, path("plain/<crebo>", plain), path("fill-plain", fill)]
