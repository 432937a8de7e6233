// Comfort where scripts run: every page works without.

// A part of the page that has changed on the server takes the place of the one that is shown.
async function refresh(id, address = location.href) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
  const shown = document.getElementById(id);
  // Nothing is taken from under somebody's hands.
  if (fresh && shown && !shown.contains(document.activeElement) && ![...unsaved].some(form => shown.contains(form))) shown.replaceWith(fresh);
}

// Results while typing: a search form names the part of the page that shows what it finds.
for (const form of document.querySelectorAll("form[data-live]")) {
  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const address = new URL(form.action);
      address.search = new URLSearchParams(new FormData(form));
      history.replaceState(null, "", address);
      refresh(form.dataset.live, address);
    }, 500);
  });
}

// Live parts: something that the server tells makes them fresh.
for (const part of document.querySelectorAll("[data-events]")) {
  const events = new EventSource(part.dataset.events);
  events.addEventListener("next", () => refresh(part.id));
  events.addEventListener("complete", () => events.close());
}

// A clock that counts down to an instant, in minutes and seconds.
function tick() {
  for (const clock of document.querySelectorAll("[data-until]")) {
    const left = Math.max(0, Math.round((Date.parse(clock.dataset.until) - Date.now()) / 1000));
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  }
}
if (document.querySelector("[data-events], [data-until]")) { tick(); setInterval(tick, 1000); }

// Copies the text of the element that a button names.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
  const said = button.querySelector("[role=status]");
  if (said) said.textContent = " Copied";
});

// Buttons that only a script can serve are hidden until there is one.
for (const button of document.querySelectorAll("[data-script][hidden]")) button.hidden = false;
document.addEventListener("click", event => { if (event.target.closest("[data-print]")) window.print(); });

// What was typed and not sent is asked about before the page goes.
const unsaved = new Set();
document.addEventListener("input", event => { const form = event.target.closest("form[data-unsaved]"); if (form) unsaved.add(form); });
document.addEventListener("submit", event => unsaved.delete(event.target));
addEventListener("beforeunload", event => { if (unsaved.size > 0) event.preventDefault(); });
