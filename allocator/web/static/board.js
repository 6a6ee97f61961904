// The board: cards that are dragged, moved by keys or by their menu, pinned and searched for.
import { change, fill, say, words } from "./page.js";

let dragged = null;

export function startBoard() {
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", clicked);
  document.addEventListener("input", (event) => {
    if (event.target.matches("#search")) found(search(event.target.value));
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".card")) rove(event.target);
  });
  document.addEventListener("dragstart", lifted);
  document.addEventListener("dragover", hovered);
  document.addEventListener("drop", dropped);
  document.addEventListener("dragend", letGo);
  document.addEventListener("shown", () => {
    const box = document.querySelector("#search");
    if (box?.value) search(box.value);
  });
}

const cardsOf = (group) => [...group.querySelectorAll(".card:not(.miss)")];
const groupsThere = () => [...document.querySelectorAll(".group")];
const groupOf = (card) => card.closest(".group");

/** One card of each group can be reached with Tab; the arrows go on from there. */
function rove(card) {
  for (const each of groupOf(card).querySelectorAll(".card")) each.tabIndex = each === card ? 0 : -1;
}

async function move(card, target, people = Number(card.dataset.carries), delegate = "") {
  const { delegation, group } = card.dataset;
  if (target === Number(group)) return;
  const number = card.id.split("-")[1];
  const body = { delegation, from: Number(group), to: target, people };
  if (delegate) body.delegate = delegate;
  if (await change("moves", body)) focusOn(`card-${number}-${target}`);
}

function focusOn(id) {
  const card = document.getElementById(id);
  card?.scrollIntoView({ block: "nearest" });
  card?.focus();
}

async function pin(card) {
  const { delegation, group, pinned } = card.dataset;
  await change("pins", { delegation, group: Number(group), pinned: pinned !== "true" });
  focusOn(card.id);
}

function pressed(event) {
  const typing = event.target.matches("input, select, textarea");
  if (event.key === "Escape") closeMenus(event.target.closest?.(".card"));
  if (typing) {
    if (event.target.id === "search") fromSearch(event);
    return;
  }
  if (!document.querySelector("#fragment-board") || document.querySelector("dialog[open]")) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    const key = event.key.toLowerCase();
    const name = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : "";
    if (name) {
      event.preventDefault();
      document.querySelector(`[data-post="${name}"]:not(:disabled)`)?.click();
    }
    return;
  }
  if (event.key === "/") {
    event.preventDefault();
    document.querySelector("#search").focus();
    return;
  }
  if (event.target.matches(".card")) onCard(event);
}

function onCard(event) {
  const card = event.target;
  const act = {
    ArrowDown: () => step(card, 1),
    ArrowUp: () => step(card, -1),
    Home: () => cardsOf(groupOf(card))[0].focus(),
    End: () => cardsOf(groupOf(card)).at(-1).focus(),
    ArrowRight: () => sideways(card, 1, event.altKey),
    ArrowLeft: () => sideways(card, -1, event.altKey),
    Enter: () => openMenu(card),
    " ": () => openMenu(card),
    p: () => pin(card),
    P: () => pin(card),
  }[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function step(card, by) {
  const cards = cardsOf(groupOf(card));
  cards[Math.min(cards.length - 1, Math.max(0, cards.indexOf(card) + by))].focus();
}

/** To the card at the same height of the next group; with Alt the card itself goes there. */
function sideways(card, by, takes) {
  const groups = groupsThere();
  const group = groups[groups.indexOf(groupOf(card)) + by];
  if (!group) return;
  if (takes) move(card, Number(group.dataset.group));
  else {
    const top = card.getBoundingClientRect().top;
    const near = (each) => Math.abs(each.getBoundingClientRect().top - top);
    cardsOf(group).sort((one, other) => near(one) - near(other))[0]?.focus();
  }
}

function openMenu(card) {
  const isOpen = card.classList.contains("open");
  closeMenus();
  if (isOpen) return;
  const menu = document.querySelector("#card-menu").content.cloneNode(true).firstElementChild;
  menu.setAttribute("aria-label", fill(words.move, { name: card.dataset.name }));
  const delegates = [...card.querySelectorAll("[data-delegate]")];
  const whoever = menu.querySelector('[data-for="delegates"]');
  const amount = menu.querySelector('[data-for="people"]');
  const select = whoever.querySelector("select");
  for (const each of delegates) select.add(new Option(each.textContent, each.dataset.delegate));
  if (delegates.length > 1) select.add(new Option(fill(words.all, { people: delegates.length }), ""));
  whoever.hidden = delegates.length < 2;
  amount.hidden = delegates.length > 0 || Number(card.dataset.people) < 2;
  const number = amount.querySelector("input");
  number.max = card.dataset.people;
  number.value = card.dataset.carries;
  menu.querySelector(`[data-to="${card.dataset.group}"]`).remove();
  if (card.dataset.pinned === "true") menu.querySelector("[data-pin]").textContent = words.unpin;
  card.append(menu);
  card.classList.add("open");
  card.draggable = false;
  card.querySelector("[data-menu]").setAttribute("aria-expanded", "true");
  menu.querySelector("label:not([hidden]) select, label:not([hidden]) input, button").focus();
}

/** Close every menu; the focus goes back to the card it came from. */
function closeMenus(back = null) {
  for (const card of document.querySelectorAll(".card.open")) {
    card.querySelector(".card-menu")?.remove();
    card.classList.remove("open");
    card.draggable = true;
    card.querySelector("[data-menu]").setAttribute("aria-expanded", "false");
  }
  back?.focus();
}

function clicked(event) {
  const card = event.target.closest(".card");
  if (!card) return;
  const button = event.target.closest("button");
  if (!button) return;
  if ("menu" in button.dataset) openMenu(card);
  else if ("pin" in button.dataset) pin(card);
  else if ("why" in button.dataset) why(card);
  else if ("to" in button.dataset) moveByMenu(card, Number(button.dataset.to));
}

function moveByMenu(card, target) {
  const select = card.querySelector('[name="delegate"]');
  const number = card.querySelector('[name="people"]');
  if (!select.closest("label").hidden) move(card, target, select.value ? 1 : select.options.length - 1, select.value);
  else move(card, target, number.closest("label").hidden ? Number(card.dataset.people) : Number(number.value));
}

function why(card) {
  const select = card.querySelector('[name="delegate"]');
  const person = select && !select.closest("label").hidden && select.value ? select.selectedOptions[0].textContent : "";
  closeMenus(card);
  change("why", { who: person ? `${person} (${card.dataset.name})` : card.dataset.name });
}

function lifted(event) {
  const card = event.target.closest?.(".card");
  if (!card) return;
  dragged = card;
  card.classList.add("dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", card.dataset.name);
}

function hovered(event) {
  const group = dragged && event.target.closest?.(".group");
  for (const each of document.querySelectorAll(".group.over")) if (each !== group) each.classList.remove("over");
  if (!group) return;
  event.preventDefault();
  if (group !== groupOf(dragged)) group.classList.add("over");
}

function dropped(event) {
  const group = dragged && event.target.closest?.(".group");
  if (!group) return;
  event.preventDefault();
  move(dragged, Number(group.dataset.group));
}

function letGo() {
  dragged?.classList.remove("dragged");
  dragged = null;
  for (const each of document.querySelectorAll(".group.over")) each.classList.remove("over");
}

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Only the cards that hold the text, in the name of the delegation or of a person. */
function search(text) {
  const wanted = plain(text.trim());
  let hits = 0;
  for (const card of document.querySelectorAll(".card")) {
    const people = [...card.querySelectorAll("[data-delegate]")].map((each) => each.textContent);
    const hit = plain([card.dataset.name, ...people].join(" ")).includes(wanted);
    card.classList.toggle("miss", !hit);
    hits += hit;
  }
  clearTimeout(found.timer);
  return wanted ? hits : null;
}

/** How many cards a search left, told once the typing rests. */
function found(hits) {
  if (hits === null) return;
  found.timer = setTimeout(() => say(hits === 1 ? words.oneCard : fill(words.cards, { cards: hits })), 600);
}

function fromSearch(event) {
  if (event.key === "Escape") {
    event.target.value = "";
    search("");
  } else if (event.key === "Enter" || event.key === "ArrowDown") {
    event.preventDefault();
    clearTimeout(found.timer);
    document.querySelector(".card:not(.miss)")?.focus();
  }
}
