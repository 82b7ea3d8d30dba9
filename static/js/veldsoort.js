/* One line that says, while somebody types, whether this part of the PIP is hoofdlijn or bijlage. The words come from the server. */
(() => {
  const toon = (gebeurtenis) => {
    const veld = gebeurtenis.target.closest?.("[data-veldzin]");
    const regel = veld?.closest("form")?.querySelector("[data-veldregel]");
    if (!regel || regel.textContent === veld.dataset.veldzin) return;
    regel.textContent = veld.dataset.veldzin;
    regel.dataset.soort = veld.dataset.veldsoort;
  };
  document.addEventListener("input", toon);
  document.addEventListener("change", toon);
})();
