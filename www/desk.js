// The reader's corrections and word lists, from one article to the next: with undo, kept in this browser when the reader
// lets it, taken out and put in as a file, forgotten at one wish.

import { say } from "./interface.js";

const STORED_AS = "khabar.corrections";
const SCHEMA = "khabar-corrections/1";
const OPERATIONS = new Set(["remove", "retype", "extent", "add", "merge", "split", "published"]);
const UNDO_STEPS = 100;
const EMPTY = { operations: [], lists: [] };

export class Desk {
  #state = EMPTY;
  #past = [];
  #future = [];
  #keep = true;

  /** @param changed called after every change with what happened: "do", "undo", "redo", "forget", "import" */
  constructor(changed) {
    this.changed = changed;
    this.#state = this.#stored() ?? EMPTY;
  }

  get operations() {
    return this.#state.operations;
  }

  get lists() {
    return this.#state.lists;
  }

  get size() {
    return this.operations.length + this.lists.length;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  get keeps() {
    return this.#keep;
  }

  /** Whether something lies in the browser's store. */
  get stored() {
    try {
      return localStorage.getItem(STORED_AS) !== null;
    } catch {
      return false;
    }
  }

  add(operation) {
    // A later date for the same article replaces the earlier one.
    const others = this.operations.filter((one) => operation.op !== "published" || one.op !== "published" || one.article !== operation.article);
    this.#become({ ...this.#state, operations: [...others, { id: this.#freeId("c", this.operations), ...operation }] }, "do");
  }

  removeOperation(id) {
    this.#become({ ...this.#state, operations: this.operations.filter((one) => one.id !== id) }, "do");
  }

  /** Takes back the date of one article. */
  removePublished(article) {
    if (this.operations.some((one) => one.op === "published" && one.article === article)) {
      this.#become({ ...this.#state, operations: this.operations.filter((one) => one.op !== "published" || one.article !== article) }, "do");
    }
  }

  /** Puts a word list in, or in place of the one with its id. */
  putList(list) {
    const whole = { id: this.#freeId("l", this.lists), name: "", type: "PER", text: "", on: true, ...list };
    const known = this.lists.some(({ id }) => id === whole.id);
    const lists = known ? this.lists.map((one) => (one.id === whole.id ? whole : one)) : [...this.lists, whole];
    this.#become({ ...this.#state, lists }, "do");
    return whole.id;
  }

  removeList(id) {
    this.#become({ ...this.#state, lists: this.lists.filter((one) => one.id !== id) }, "do");
  }

  undo() {
    if (!this.canUndo) return;
    this.#future.push(this.#state);
    this.#set(this.#past.pop(), "undo");
  }

  redo() {
    if (!this.canRedo) return;
    this.#past.push(this.#state);
    this.#set(this.#future.pop(), "redo");
  }

  /** Everything, also what could be undone, and what the browser stores. */
  forget() {
    this.#past = [];
    this.#future = [];
    this.#state = EMPTY;
    this.#write(null);
    this.changed("forget");
  }

  /** Whether corrections outlive the page. Switched off, what is stored goes at once. */
  keep(on) {
    this.#keep = on;
    this.#write(on ? this.#state : null);
  }

  export() {
    return `${JSON.stringify({ schema: SCHEMA, ...this.#state }, null, 2)}\n`;
  }

  /** Adds what a file holds; returns how many corrections and lists that were. Throws when it is no such file. */
  import(text) {
    const { operations, lists } = read(text);
    const merged = { operations: [...this.operations], lists: [...this.lists] };
    for (const { id, ...operation } of operations) merged.operations.push({ id: this.#freeId("c", merged.operations), ...operation });
    for (const { id, ...list } of lists) merged.lists.push({ id: this.#freeId("l", merged.lists), ...list });
    this.#become(merged, "import");
    return operations.length + lists.length;
  }

  #become(state, how) {
    this.#past = [...this.#past.slice(1 - UNDO_STEPS), this.#state];
    this.#future = [];
    this.#set(state, how);
  }

  #set(state, how) {
    this.#state = state;
    this.changed(how, this.#keep ? this.#write(state) : "off");
  }

  /** "first" when the browser had nothing stored before, "kept", or "failed". */
  #write(state) {
    try {
      const before = this.stored;
      if (!state || (state.operations.length === 0 && state.lists.length === 0)) localStorage.removeItem(STORED_AS);
      else localStorage.setItem(STORED_AS, JSON.stringify({ schema: SCHEMA, ...state }));
      return before ? "kept" : "first";
    } catch {
      return "failed";
    }
  }

  #stored() {
    try {
      const text = localStorage.getItem(STORED_AS);
      return text ? read(text) : null;
    } catch {
      return null; // storage switched off, or another page wrote there
    }
  }

  #freeId(letter, taken) {
    const numbers = taken.map(({ id }) => Number(id.slice(1)) || 0);
    return `${letter}${Math.max(0, ...numbers) + 1}`;
  }
}

function read(text) {
  let data = null;
  try {
    data = JSON.parse(text);
  } catch {
    // Said below.
  }
  if (data?.schema !== SCHEMA) throw new Error(say("desk.not-ours"));
  const operations = (data.operations ?? []).filter(isOperation);
  const lists = (data.lists ?? []).filter((list) => [list?.name, list?.type, list?.text].every((field) => typeof field === "string"));
  return {
    operations: operations.map((one, index) => ({ ...one, id: `c${index + 1}` })),
    lists: lists.map((list, index) => ({ on: true, ...list, id: `l${index + 1}` })),
  };
}

const isText = (value) => typeof value === "string";
const isNamed = (value) => isText(value?.type) && isText(value?.name);
const isPlace = (value) => value === undefined || (isText(value?.before) && isText(value?.after) && Number.isInteger(value?.start));
const isTarget = (value) => isNamed(value?.entity) || (isText(value?.text) && isText(value?.type) && isPlace(value?.place));

function isOperation(one) {
  if (!OPERATIONS.has(one?.op)) return false;
  if (one.op === "merge") return isNamed(one.from) && isNamed(one.into);
  if (one.op === "split") return isNamed(one.entity) && Array.isArray(one.members) && one.members.every((member) => isText(member?.text) && isPlace(member?.place));
  if (one.op === "published") return isText(one.article) && isText(one.value);
  if (!isTarget(one.target)) return false;
  if (one.op === "retype") return isText(one.to);
  if (one.op === "extent") return isText(one.to) && Number.isInteger(one.shift) && isText(one.target.text);
  return one.op === "remove" || isText(one.target.text);
}
