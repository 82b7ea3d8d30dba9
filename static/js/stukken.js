/* Photographing several pages: every photo that is taken makes room for the next. Without this file: one photo a time. */
(() => {
  document.addEventListener("change", (gebeurtenis) => {
    const veld = gebeurtenis.target.closest("input[data-nog-een]");
    if (!veld || !veld.files.length || veld.dataset.nogEen === "ja") return;
    veld.dataset.nogEen = "ja";
    const volgende = veld.cloneNode();
    volgende.value = "";
    volgende.id = `${veld.id}_`;
    volgende.dataset.nogEen = "";
    volgende.setAttribute("aria-label", "Nog een foto");
    veld.after(volgende);
  });
})();
