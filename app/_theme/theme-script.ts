/** Where a browser keeps the choice: "light" or "dark", or nothing to follow the system. */
export const themeKey = "theme";

/** Sent to the window when the choice has changed. */
export const themeChangeEvent = "themechange";

/**
 * Runs before anything is drawn, so that no page flashes in the wrong colours. It also leaves the page's nonce where
 * React Aria looks for it when it writes a style element: React forgets it, and later answers bring others.
 */
export const themeScript = `(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    let chosen = null;
    try { chosen = localStorage.getItem(${JSON.stringify(themeKey)}); } catch {}
    root.dataset.theme = chosen === "light" || chosen === "dark" ? chosen : system.matches ? "dark" : "light";
  };
  apply();
  system.addEventListener("change", apply);
  addEventListener("storage", apply);
  addEventListener(${JSON.stringify(themeChangeEvent)}, apply);
  window.__webpack_nonce__ = document.currentScript.nonce;
})();`;
