// Files that are dropped or chosen: sent as they are, the name in the address.
import { ask, change, complainOf, revision, show, words, workshop } from "./page.js";
import { startProgress } from "./progress.js";

/** The largest file that the server takes, in bytes. */
const MOST = 10 * 1024 * 1024;

export function startUploads() {
  document.addEventListener("change", (event) => {
    if (event.target.matches(".file") && event.target.files.length) send(event.target.closest("[data-drop]"), event.target.files[0]);
  });
  document.addEventListener("dragover", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    zoneOf(event)?.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => event.target.closest?.("[data-drop]")?.classList.remove("over"));
  document.addEventListener("drop", (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    const zone = zoneOf(event);
    zone?.classList.remove("over");
    if (zone && event.dataTransfer.files.length) send(zone, event.dataTransfer.files[0]);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-columns]")) return;
    event.preventDefault();
    const columns = {};
    // A column that nobody chose stays as it is recognised, with the organizations beside the countries.
    for (const select of event.target.querySelectorAll("select")) {
      const recognised = [...select.options].find((option) => option.defaultSelected) ?? select.options[0];
      if ("chosen" in select.dataset || select.value !== recognised.value) columns[select.name] = select.value;
    }
    change("columns", { columns });
  });
}

/** The zone under the pointer; where a page has one only, the whole page is it. */
function zoneOf(event) {
  const zones = [...document.querySelectorAll("[data-drop]")].filter((zone) => zone.offsetParent);
  return event.target.closest?.("[data-drop]") ?? (zones.length === 1 ? zones[0] : null);
}

async function send(zone, file) {
  if (file.size > MOST) {
    complainOf(words.tooLarge);
    return;
  }
  zone.classList.add("busy");
  zone.setAttribute("aria-busy", "true");
  const address = new URL(zone.dataset.drop, location.href);
  address.searchParams.set("file", file.name);
  const sheet = zone.closest(".panel")?.querySelector("[data-sheet]")?.value;
  if (sheet) address.searchParams.set("sheet", sheet);
  if (workshop) address.searchParams.set("revision", revision());
  const answer = await ask(address, { method: zone.dataset.method, raw: file });
  zone.classList.remove("busy");
  zone.removeAttribute("aria-busy");
  const input = zone.querySelector(".file");
  if (input) input.value = "";
  if (!answer) return;
  if (answer.status === 202) {
    show(await answer.text(), "#slot-job");
    startProgress({ started: true });
  } else if (answer.status === 201) {
    location.assign(`/workshops/${(await answer.json()).id}`);
  } else {
    show(await answer.text());
  }
}
