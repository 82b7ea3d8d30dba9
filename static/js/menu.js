/* Menus made of <details>: one open at a time, closed by Escape or by a click beside them. */
(() => {
  const open = () => document.querySelectorAll("details.uitklap[open]");
  const sluit = (behalve) => open().forEach((menu) => { if (menu !== behalve) menu.open = false; });

  document.addEventListener("click", (gebeurtenis) => sluit(gebeurtenis.target.closest("details.uitklap")));
  document.addEventListener("focusin", (gebeurtenis) => sluit(gebeurtenis.target.closest("details.uitklap")));
  document.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key !== "Escape") return;
    open().forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
  });
})();
