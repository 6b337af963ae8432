"""Plans, events and evidence for programs."""

from ninja import Router

from . import events, evidence, plans

router = Router(tags=["plans"])
router.add_router("", plans.router)
router.add_router("", events.router)
router.add_router("", evidence.router)

__all__ = ["router"]
