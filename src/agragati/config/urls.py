"""Every address of the product."""

from django.urls import include, path

from .api import api
from .views import healthz, search

handler400 = "agragati.ui.views.bad_request"
handler403 = "agragati.ui.views.forbidden"
handler404 = "agragati.ui.views.not_found"
handler500 = "agragati.ui.views.broken"
urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("agragati.ui.urls")),
    path("search/", search, name="search"),
    path("api/v1/", api.urls),
    path("accounts/", include("allauth.urls")),
    path("", include("agragati.dashboards.urls")),
    path("", include("agragati.org.urls")),
    path("plans/", include("agragati.plans.urls")),
    path("meetings/", include("agragati.meetings.urls")),
    path("", include("agragati.papers.urls")),
    path("outbox/", include("agragati.outbox.urls")),
    path("files/", include("agragati.records.urls")),
]
