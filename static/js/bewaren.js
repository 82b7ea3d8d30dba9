/* Forms that save by themselves (data-bewaart-zelf). Each is saved, waiting, or not saved yet; the line below it says which.
   What failed is tried again by itself; a link is followed only when everything typed was saved. */
(() => {
  const OPNIEUW_NA = 5000;
  const zelf = (element) => element?.closest?.("form[data-bewaart-zelf]");
  const stand = (formulier) => formulier.querySelector("[role=status]");
  const open = () => [...document.querySelectorAll("form[data-bewaart-zelf][data-gewijzigd]")];
  const typen = new WeakMap(); /* how often was typed, and how often when the running request left */
  const verstuurd = new WeakMap();
  let daarna = "";

  const meld = (formulier, zin) => {
    const regel = stand(formulier);
    const sterk = Object.assign(document.createElement("strong"), { textContent: "Nog niet bewaard." });
    if (regel.textContent.trim() !== `Nog niet bewaard. ${zin}`.trim()) regel.replaceChildren(sterk, ` ${zin}`);
  };
  const bewaar = (formulier) => htmx.trigger(formulier, "opnieuw");

  document.addEventListener("input", (gebeurtenis) => {
    const formulier = zelf(gebeurtenis.target);
    if (!formulier) return;
    typen.set(formulier, (typen.get(formulier) || 0) + 1);
    if (!("mislukt" in formulier.dataset)) meld(formulier, "");
    formulier.dataset.gewijzigd = "";
  });
  document.addEventListener("submit", (gebeurtenis) => delete zelf(gebeurtenis.target)?.dataset.gewijzigd);

  document.addEventListener("htmx:beforeRequest", (gebeurtenis) => {
    const formulier = zelf(gebeurtenis.detail.elt);
    if (formulier) verstuurd.set(formulier, typen.get(formulier));
  });
  document.addEventListener("bewaard", (gebeurtenis) => {
    const formulier = zelf(gebeurtenis.target);
    if (!formulier) return;
    delete formulier.dataset.mislukt;
    if (verstuurd.get(formulier) === typen.get(formulier)) delete formulier.dataset.gewijzigd;
    if (daarna && !open().length) location.assign(daarna);
  });

  /* Without a connection: say so, keep what was typed, and try again until it works. */
  for (const fout of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(fout, (gebeurtenis) => {
      const formulier = zelf(gebeurtenis.detail.elt);
      if (!formulier) return;
      daarna = "";
      formulier.dataset.mislukt = "";
      meld(formulier, "Er is geen verbinding. Uw tekst staat hier nog en wordt vanzelf bewaard als de verbinding er weer is. Blijf op deze pagina.");
      setTimeout(() => { if ("mislukt" in formulier.dataset) bewaar(formulier); }, OPNIEUW_NA);
    });
  }
  addEventListener("online", () => open().forEach(bewaar));

  /* A session that ended answers with the login page. */
  document.addEventListener("htmx:beforeSwap", (gebeurtenis) => {
    const formulier = zelf(gebeurtenis.detail.elt);
    if (!formulier || !gebeurtenis.detail.xhr.responseURL.includes("/accounts/login/")) return;
    gebeurtenis.detail.shouldSwap = false;
    daarna = "";
    meld(formulier, "U bent uitgelogd. Kopieer uw tekst, log in en plak hem terug.");
  });

  /* Another answer than "saved" (a colleague was first, a wrong number) keeps us here. */
  document.addEventListener("htmx:afterSwap", (gebeurtenis) => {
    const formulier = zelf(gebeurtenis.detail.requestConfig?.elt);
    if (formulier && !gebeurtenis.detail.xhr.getResponseHeader("HX-Trigger")) daarna = "";
  });

  /* Leaving by a link: first save, then go. Leaving otherwise: the browser asks (formulier.js). */
  document.addEventListener("click", (gebeurtenis) => {
    const koppeling = gebeurtenis.target.closest("a[href]");
    if (!koppeling || koppeling.target || gebeurtenis.defaultPrevented || gebeurtenis.button || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
    if (koppeling.origin !== location.origin || (koppeling.pathname === location.pathname && koppeling.hash)) return;
    const formulieren = open();
    if (!formulieren.length) return;
    gebeurtenis.preventDefault();
    daarna = koppeling.href;
    formulieren.forEach(bewaar);
  });
})();
