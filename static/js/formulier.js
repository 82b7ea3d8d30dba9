/* Enhancements only: the server refuses a double submit by itself and every form works without this file. */
(() => {
  const post = (formulier) => formulier.method === "post";
  const eigenPagina = (formulier) => post(formulier) && !formulier.matches("[hx-post], [data-hx-post], [target]");

  /* A second click on the same form does nothing. Buttons stay enabled, or their name would not be sent. */
  document.addEventListener("submit", (gebeurtenis) => {
    const formulier = gebeurtenis.target;
    if (!eigenPagina(formulier) || "herhaalbaar" in formulier.dataset) return;
    if ("bezig" in formulier.dataset) { gebeurtenis.preventDefault(); return; }
    formulier.dataset.bezig = "";
    if (gebeurtenis.submitter) gebeurtenis.submitter.setAttribute("aria-disabled", "true");
  });

  /* Leaving a form with data-bewaak after typing asks first. */
  document.addEventListener("input", (gebeurtenis) => {
    const formulier = gebeurtenis.target.closest("form[data-bewaak]");
    if (formulier) formulier.dataset.gewijzigd = "";
  });
  addEventListener("beforeunload", (gebeurtenis) => {
    if (document.querySelector("form[data-gewijzigd]:not([data-bezig])")) gebeurtenis.preventDefault();
  });

  /* Back to this page from the browser's memory: the form may be sent again. */
  addEventListener("pageshow", () => document.querySelectorAll("form[data-bezig]").forEach((formulier) => {
    delete formulier.dataset.bezig;
    formulier.querySelectorAll("[aria-disabled]").forEach((knop) => knop.removeAttribute("aria-disabled"));
  }));

  /* A page that comes back with errors starts at the list of them. */
  const fouten = document.querySelector(".foutenlijst");
  if (fouten) fouten.focus();
})();
