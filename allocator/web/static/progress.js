// How far a search is, and what colleagues change meanwhile: server-sent events.
import { go, isAsking, reload, revision, say, words, workshop } from "./page.js";

/** Where the page goes when a search of a kind is done. */
const STEPS = { allocated: "board", rebalanced: "changes" };
/** What a screen reader is told comes at most so often, in milliseconds. */
const PAUSE = 5000;

let stream = null;
/** Whether a search of this page, or one that ran when the page was opened, is not over yet. */
let mine = false;
let shown = false;
let told = 0;

/** Listen; `started` after a request that began a search. */
export function startProgress({ started = false } = {}) {
  const { stage, kind } = document.querySelector("#fragment-job")?.dataset ?? {};
  shown = stage === "waiting" || stage === "running";
  mine = started || mine || shown;
  if (started && !shown) finish({ stage, kind });
  if (stream) return;
  stream = new EventSource(`${workshop.dataset.api}/events`);
  stream.addEventListener("job", (event) => step(JSON.parse(event.data)));
  stream.addEventListener("gone", () => location.assign("/"));
  stream.addEventListener("changed", (event) => changed(JSON.parse(event.data)));
}

async function step(job) {
  if (!job.over) {
    if (!shown) {
      shown = true;
      await reload("#slot-job", "job");
    }
    for (const place of document.querySelectorAll("[data-job]")) place.textContent = job[place.dataset.job] ?? "–";
    if (Date.now() - told > PAUSE) {
      told = Date.now();
      say(job.sentence);
    }
    return;
  }
  if (shown) await reload("#slot-job", "job");
  shown = false;
  if (told) say("");
  told = 0;
  await finish(job);
}

/** Show what a search of this page found; those of colleagues show as changes. */
async function finish(job) {
  if (!mine) return;
  mine = false;
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
  if (isAsking()) {
    setTimeout(changed, 250, news);
    return;
  }
  if (news.revision <= revision() || (mine && news.kind in STEPS)) return;
  if (document.querySelector("[data-settings]")) {
    say(`${news.who}: ${news.what} ${words.loadAgain}`);
    return;
  }
  await reload();
  say(`${news.who}: ${news.what}`);
}
