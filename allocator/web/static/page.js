// Starts what a page needs, and talks to the server for all of it.
import { startBoard } from "./board.js";
import { startProgress } from "./progress.js";
import { startSettings } from "./settings.js";
import { startUploads } from "./upload.js";

/** The workshop of the page; null on the start page. */
export const workshop = document.querySelector("#workshop");

/** What the scripts say, in the language of the page. */
export const words = JSON.parse(document.body.dataset.words);

/** A sentence of them with its `{names}` filled in. */
export const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** Say something in the line that is read aloud; it goes away by itself. */
export function say(text) {
  const line = document.querySelector("#said");
  line.textContent = text;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { line.textContent = ""; }, 12000);
}

/** Show what went wrong, as the server put it. */
export function complain(html) {
  const place = document.querySelector("#alerts");
  place.innerHTML = html;
  place.scrollIntoView({ block: "nearest" });
}

/** Show a complaint of the page itself. */
export function complainOf(sentence) {
  complain('<div class="alert"><p class="alert-text"></p></div>');
  document.querySelector("#alerts .alert-text").textContent = sentence;
}

/** Put a fragment of the server in place of the one that is shown; focus and scrolling stay. */
export function show(html, slot = "#slot-step") {
  const place = document.querySelector(slot);
  const focused = document.activeElement?.id;
  const tops = new Map();
  for (const each of place.querySelectorAll(".cards, .side, .scroll")) tops.set(placeOf(each), [each.scrollTop, each.scrollLeft]);
  place.innerHTML = html;
  for (const each of place.querySelectorAll(".cards, .side, .scroll")) {
    const [top, left] = tops.get(placeOf(each)) ?? [0, 0];
    each.scrollTop = top;
    each.scrollLeft = left;
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent("shown", { detail: place }));
}

function placeOf(element) {
  return element.closest("[id]").id + [...element.closest("[id]").querySelectorAll(".cards, .side, .scroll")].indexOf(element);
}

let asking = 0;

/** Whether an answer of the server is on its way: then its revision is not known yet. */
export const isAsking = () => asking > 0;

/** A request; answers with the response, or null after a complaint. */
export async function ask(address, { method = "POST", body = {}, raw = null } = {}) {
  const options = { method, headers: { Accept: "text/html" } };
  if (raw) {
    options.body = raw;
    options.headers["Content-Type"] = "application/octet-stream";
  } else if (method !== "GET") {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify({ revision: revision(), ...body });
  }
  let answer;
  asking += 1;
  try {
    answer = await fetch(address, options);
    const number = answer.headers.get("X-Revision");
    if (number && workshop) workshop.dataset.revision = number;
  } catch {
    complainOf(words.noAnswer);
    return null;
  } finally {
    asking -= 1;
  }
  if (answer.ok) {
    document.querySelector("#alerts").replaceChildren();
    return answer;
  }
  complain(await answer.text());
  if (answer.status === 409 && workshop) await catchUp();
  return null;
}

/** The revision that the page shows. */
export function revision() {
  return Number(workshop?.dataset.revision ?? 0);
}

/** The change in hand: the next one begins with the revision that it leaves. */
let inHand = Promise.resolve();

/** Send a change of the workshop and show what comes back; one after the other. */
export function change(name, body = {}, { method = "POST" } = {}) {
  const done = inHand.then(() => sendChange(name, body, method));
  inHand = done.catch(() => false);
  return done;
}

async function sendChange(name, body, method) {
  const answer = await ask(`${workshop.dataset.api}/${name}`, { method, body });
  if (!answer) return false;
  if (answer.status === 202) {
    show(await answer.text(), "#slot-job");
    startProgress({ started: true });
    return true;
  }
  const html = answer.headers.get("Content-Type")?.startsWith("text/html") ? await answer.text() : "";
  const kind = html.match(/data-fragment="(\w+)"/)?.[1];
  if (kind && kind !== workshop.dataset.step) await reload();
  else if (html) show(html);
  const said = answer.headers.get("X-Said");
  if (said) say(decodeURIComponent(said));
  return true;
}

/** Load the shown step anew, with the revision that it has now. */
export async function reload(slot = "#slot-step", name = workshop.dataset.step) {
  const answer = await fetch(`${workshop.dataset.url}/fragments/${name}`, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const html = await answer.text();
  if (slot === "#slot-step") {
    // An answer that was overtaken by a change of one's own is older than what is shown.
    const number = Number(answer.headers.get("X-Revision"));
    if (number < revision()) return;
    workshop.dataset.revision = number;
  }
  show(html, slot);
}

/** Show what a colleague did; what stands in the settings stays, and can be saved once more. */
async function catchUp() {
  if (document.querySelector("[data-settings]")) await reload("#slot-job", "job");
  else await reload();
}

/** Go to a step of the workshop. */
export function go(step) {
  location.assign(`${workshop.dataset.url}?step=${step}`);
}

async function clicked(event) {
  const button = event.target.closest("button");
  if (!button) return;
  const told = button.dataset;
  if ("closeAlert" in told) button.closest(".alert").remove();
  if (told.confirm && !confirm(told.confirm)) return;
  if (told.post) await change(told.post);
  else if (told.restore) await change("restore", { number: Number(told.restore) });
  else if (told.frontier) await change("frontier", { moves: Number(told.frontier) });
  else if (told.take) await change("take", { suggestion: Number(told.take) });
  else if (told.copy) await copy(told.copy);
  else if (told.open) toggle(button, told.open);
  else if (told.delete) await remove(told.delete, told.name);
}

async function copy(id) {
  const place = document.getElementById(id);
  try {
    await navigator.clipboard.writeText(place.textContent);
    say(words.copied);
  } catch {
    getSelection().selectAllChildren(place);
    say(words.copyYourself);
  }
}

function toggle(button, id) {
  const place = document.getElementById(id);
  place.hidden = !place.hidden;
  button.setAttribute("aria-expanded", String(!place.hidden));
  if (!place.hidden) place.querySelector("input")?.focus();
}

async function remove(address, name) {
  if (!confirm(fill(words.delete, { name }))) return;
  if (await ask(address, { method: "DELETE" })) location.reload();
}

document.addEventListener("click", clicked);
startUploads();
if (workshop) {
  startSettings();
  startBoard();
  startProgress();
}
