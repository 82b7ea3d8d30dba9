"""What the page of a creditor and that of the account of the gemeente share: one account, judged by a second person."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet

from cases.klok import vandaag
from cases.views.basis import GemeenteRequest
from ontzorgen.forms.crediteuren import AfwijsForm, GoedkeurForm, RekeningForm
from ontzorgen.models import Rekening, geldige, wachtende
from ontzorgen.services.crediteuren import keur_rekening_goed, vraag_na, wijs_rekening_af
from ontzorgen.services.fout import OntzorgFout

from .basis import verwerkt


def rekeningbeeld(
    request: GemeenteRequest, rekeningen: QuerySet[Rekening], form: RekeningForm, afwijzen: AfwijsForm
) -> dict[str, Any]:
    """All accounts of one holder, the one that counts, the one that waits, and the forms."""
    rijen = list(rekeningen.select_related("voorgesteld_door", "beoordeeld_door"))
    voorstel = wachtende(rijen)
    return {
        "rekeningen": rijen,
        "rekening": geldige(rijen),
        "voorstel": voorstel,
        "eigen_voorstel": voorstel is not None and voorstel.voorgesteld_door_id == request.user.pk,
        "vraag_na": vraag_na(voorstel.iban) if voorstel else "",
        "goedkeuren": GoedkeurForm(),
        "form": form,
        "afwijzen": afwijzen,
    }


def keur_goed(request: GemeenteRequest, wacht: Rekening | None) -> None:
    """Approve the account that was read; the message says so, or why not."""
    try:
        nagegaan = "nagegaan" in request.POST
        keur_rekening_goed(rekening=_gelezen(request, wacht), nagegaan=nagegaan, door=request.user, op=vandaag())
        messages.success(request, "De rekening is goedgekeurd.")
    except OntzorgFout as fout:
        messages.error(request, str(fout))


def afgewezen(request: GemeenteRequest, wacht: Rekening | None, form: AfwijsForm) -> bool:
    """Refuse the account that was read; True when it was done, else the form says why not."""

    def doe() -> None:
        reden = form.cleaned_data["reden"]
        wijs_rekening_af(rekening=_gelezen(request, wacht), reden=reden, door=request.user, op=vandaag())

    if not verwerkt(request, form, doe):
        return False
    messages.success(request, "De rekening is afgewezen.")
    return True


def _gelezen(request: GemeenteRequest, wacht: Rekening | None) -> Rekening:
    """The account that waits, if it is the one that was on the screen; raises OntzorgFout otherwise."""
    if wacht is None:
        raise OntzorgFout("Er ligt geen rekening meer ter goedkeuring. Ververs de pagina.")
    if request.POST.get("rekening") != str(wacht.pk):
        raise OntzorgFout("Er ligt nu een andere rekening dan u las. Vergelijk het nummer en de naam opnieuw.")
    return wacht
