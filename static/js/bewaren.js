/* Forms that save by themselves (data-bewaart-zelf): say so when it fails, and ask before leaving what was not saved. */
(() => {
  const zelf = (element) => element.closest?.("form[data-bewaart-zelf]");
  const meld = (formulier, zin) => { formulier.querySelector("[role=status]").textContent = `Niet bewaard. ${zin}`; };

  document.addEventListener("input", (gebeurtenis) => {
    const formulier = zelf(gebeurtenis.target);
    if (formulier) formulier.dataset.gewijzigd = "";
  });
  for (const klaar of ["submit", "bewaard"]) {
    document.addEventListener(klaar, (gebeurtenis) => delete zelf(gebeurtenis.target)?.dataset.gewijzigd);
  }

  /* A session that ended answers with the login page. */
  document.addEventListener("htmx:beforeSwap", (gebeurtenis) => {
    const formulier = zelf(gebeurtenis.detail.elt);
    if (!formulier || !gebeurtenis.detail.xhr.responseURL.includes("/accounts/login/")) return;
    gebeurtenis.detail.shouldSwap = false;
    meld(formulier, "U bent uitgelogd. Kopieer uw tekst, log in en plak hem terug.");
  });
  for (const fout of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
    document.addEventListener(fout, (gebeurtenis) => {
      const formulier = zelf(gebeurtenis.detail.elt);
      if (formulier) meld(formulier, "Er is geen verbinding of de server weigerde. Uw tekst staat hier nog; probeer het zo weer.");
    });
  }
})();
