// How far a search is, and what colleagues change meanwhile: server-sent events.
import { go, reload, say, workshop } from "./page.js";

/** Where the page goes when a search of a kind is done. */
const STEPS = { allocated: "board", rebalanced: "changes" };
/** What a screen reader is told comes at most so often, in milliseconds. */
const PAUSE = 5000;

let stream = null;
let running = false;
let told = 0;

export function startProgress() {
  const stage = document.querySelector("#fragment-job")?.dataset.stage;
  running = running || stage === "waiting" || stage === "running";
  if (stream) return;
  stream = new EventSource(`${workshop.dataset.api}/events`);
  stream.addEventListener("job", (event) => step(JSON.parse(event.data)));
  stream.addEventListener("changed", (event) => changed(JSON.parse(event.data)));
}

async function step(job) {
  if (!job.over) {
    if (!running) await reload("#slot-job", "job");
    running = true;
    for (const place of document.querySelectorAll("[data-job]")) place.textContent = job[place.dataset.job] ?? "–";
    if (Date.now() - told > PAUSE) {
      told = Date.now();
      say(job.sentence);
    }
    return;
  }
  if (!running) return;
  running = false;
  await reload("#slot-job", "job");
  if (job.stage === "failed") document.querySelector("#fragment-job").scrollIntoView({ block: "nearest" });
  else if (job.kind in STEPS) go(STEPS[job.kind]);
  else if (job.kind === "why") await open("why");
  else if (job.kind === "suggest") await suggest();
}

async function open(name) {
  await reload("#slot-dialog", name);
  document.querySelector("#dialog").showModal();
}

async function suggest() {
  await reload("#slot-suggestions", "suggestions");
  document.querySelector("#suggestions-title")?.focus();
}

/** A colleague changed something; one's own changes are shown already. */
async function changed(news) {
  if (news.revision <= Number(workshop.dataset.revision)) return;
  if (document.querySelector("[data-settings]")) {
    say(`${news.who}: ${news.what} Load the page again to see it.`);
    return;
  }
  await reload();
  say(`${news.who}: ${news.what}`);
}
