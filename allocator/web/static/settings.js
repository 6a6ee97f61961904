// The settings: rows of groups and rules, the order of the goals, everything sent as one object.
import { change, fill, say, words } from "./page.js";

export function startSettings() {
  document.addEventListener("click", clicked);
  document.addEventListener("change", (event) => {
    if (event.target.matches('[data-row="rule"] select')) adapt(event.target.closest("tr"));
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-settings]")) return;
    event.preventDefault();
    save(event.target, event.submitter?.value);
  });
  document.querySelectorAll('[data-rows="rule"] tr').forEach(adapt);
}

function clicked(event) {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.addRow) add(button.dataset.addRow);
  else if ("removeRow" in button.dataset) removeRow(button.closest("tr"));
  else if (button.dataset.goalMove) order(button);
}

function add(kind) {
  const rows = document.querySelector(`[data-rows="${kind}"]`);
  const row = document.querySelector(`[data-template="${kind}"]`).content.cloneNode(true).querySelector("tr");
  const number = rows.children.length + 1;
  for (const each of row.querySelectorAll("[aria-label]")) each.setAttribute("aria-label", each.getAttribute("aria-label").replace("#", number));
  rows.append(row);
  if (kind === "rule") adapt(row);
  if (kind === "group") chooseNamed();
  row.querySelector("input, select").focus();
}

/** Whoever names groups wants as many as are named. */
function chooseNamed() {
  const named = document.querySelector('[name="groups"][value=""]');
  if (named) named.checked = true;
}

function removeRow(row) {
  const next = row.nextElementSibling ?? row.previousElementSibling;
  const kind = row.dataset.row;
  row.remove();
  (next?.querySelector("[data-remove-row]") ?? document.querySelector(`[data-add-row="${kind}"]`)).focus();
}

/** A rule asks for a number and names groups or delegations, as its kind says. */
function adapt(row) {
  const kind = row.querySelector("select").selectedOptions[0];
  const number = row.querySelector('[name="number"]');
  number.disabled = kind.dataset.counts !== "true";
  if (number.disabled) number.value = "";
  row.querySelector('[name="with"]').setAttribute("list", kind.dataset.other === "groups" ? "names-groups" : "names-parties");
}

function order(button) {
  const item = button.closest("li");
  const up = button.dataset.goalMove === "up";
  if (up) item.previousElementSibling?.before(item);
  else item.nextElementSibling?.after(item);
  item.closest("ol").dataset.changed = "true";
  button.focus();
  const place = [...item.parentElement.children].indexOf(item) + 1;
  say(fill(words.place, { title: item.querySelector(".goal-title").textContent, place }));
}

async function save(form, then) {
  if (!form.reportValidity()) return;
  const sent = await change("settings", { settings: settingsOf(form) }, { method: "PUT" });
  if (sent && then === "allocate") await change("allocate");
}

/** The keys of a settings file; what is empty is not said. */
function settingsOf(form) {
  const said = {};
  for (const input of form.querySelectorAll('[data-setting="text"]')) {
    if (input.value.trim() || input.dataset.was) said[input.name] = input.value.trim();
  }
  for (const input of form.querySelectorAll('[data-setting="number"]')) {
    if (input.value) said[input.name] = Number(input.value);
  }
  said.seating = form.querySelector('[name="seating"]:checked').value;
  const groups = groupsOf(form);
  if (groups) said.groups = groups;
  said.balance = [...form.querySelectorAll('[name="balance"]:checked')].map((box) => box.value);
  if (form.querySelector("[data-goals]").dataset.changed) said.priority = [...form.querySelectorAll("[data-goal]")].map((item) => item.dataset.goal);
  said.group = rowsOf(form, "group", ["capacity"]);
  said.rule = rowsOf(form, "rule", ["number"]);
  return said;
}

/** A number, several of them, "auto", or nothing where the named groups say it. */
function groupsOf(form) {
  const chosen = form.querySelector('[name="groups"]:checked')?.value ?? "auto";
  const text = chosen === "other" ? form.querySelector('[name="groups_other"]').value.trim() : chosen;
  return /^\d+$/.test(text) ? Number(text) : text;
}

function rowsOf(form, kind, numbers) {
  return [...form.querySelectorAll(`[data-rows="${kind}"] tr`)].map((row) => {
    const table = {};
    for (const input of row.querySelectorAll("input, select")) {
      const text = input.value.trim();
      if (text) table[input.name] = numbers.includes(input.name) ? Number(text) : text;
    }
    return table;
  });
}

