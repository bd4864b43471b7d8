// What the reader corrects, as a list of operations over an Analysis: the same operations on the same Analysis give the same
// result, and an operation made on one article does its work on the next wherever the same words stand. No DOM, no storage.
//
// An operation is {id, op, target, …}. A target is one of
//   {text, type}         every mention of these words with this type
//   {text, type, place}  the mention of these words between place.before and place.after (as W3C TextQuoteSelector; of several
//                        such places the one nearest to place.start)
//   {entity: {type, name}}  every mention of an entity, known by its name or another spelling of it
// and op is one of
//   remove     {target}
//   retype     {target, to}                    to: a type
//   extent     {target, shift, to}             to: the new words, `shift` UTF-16 units from the old start
//   add        {target}                        the words are a mention of the type
//   merge      {from: {type, name}, into: {type, name}}
//   split      {entity: {type, name}, members: [{text, place?}]}   these mentions become an entity of their own
//   published  {article, value}                of the text with this fingerprint; the analyser gets it as an option

import { fold, foldText } from "./fold.js";
import { findNames, readList } from "./word-lists.js";

const CONTEXT = 32; // UTF-16 units of a place kept on either side
const UNLINKED = new Set(["ROLE", "QUANTITY", "MONEY", "PERCENT"]);

/** What a place is known by, when the same words stand elsewhere too. */
export const placeOf = (text, { start, end }) => ({
  before: text.slice(Math.max(0, start - CONTEXT), start),
  after: text.slice(end, end + CONTEXT),
  start,
});

/** A number for a text, to know it again by: FNV-1a over its UTF-16 units, with its length. */
export function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return `${text.length.toString(36)}-${(hash >>> 0).toString(36)}`;
}

/** The publication date that the reader gave to a text, or null. */
export function publishedFor(operations, text) {
  const dated = operations.filter(({ op }) => op === "published");
  if (dated.length === 0) return null;
  const article = fingerprint(text);
  return dated.findLast((operation) => operation.article === article)?.value ?? null;
}

/**
 * The Analysis with word lists and operations applied, and how often each did something: {analysis, counts}.
 * The given Analysis is not touched; without corrections it is returned as it is.
 */
export function correct(analysis, text, { operations = [], lists = [] }, kinds) {
  const counts = new Map();
  const work = operations.filter(({ op }) => op !== "published");
  const entries = lists.filter(({ on = true }) => on).flatMap((list) => readList(list, kinds).entries.map((entry) => ({ ...entry, list: list.id })));
  if (work.length === 0 && entries.length === 0) return { analysis, counts };
  const draft = new Draft(analysis, text);
  for (const { start, end, entry } of findNames(text, entries, draft.folded)) {
    draft.put(start, end, entry.type, { name: entry.name, note: entry.note });
    counts.set(entry.list, (counts.get(entry.list) ?? 0) + 1);
  }
  for (const operation of work) counts.set(operation.id, DO[operation.op]?.(draft, operation) ?? 0);
  return { analysis: draft.settle(), counts };
}

const DO = {
  remove(draft, { target }) {
    const gone = draft.mentionsOf(target);
    draft.drop(gone);
    return gone.length;
  },
  retype(draft, { target, to }) {
    const mentions = draft.mentionsOf(target).filter(({ type }) => type !== to);
    const groups = new Map();
    for (const mention of mentions) groups.set(mention.entity, [...(groups.get(mention.entity) ?? []), mention]);
    for (const [id, members] of groups) {
      const entity = draft.entities.get(id);
      const chosen = new Set(members);
      const whole = entity && draft.mentions.every((mention) => mention.entity !== id || chosen.has(mention));
      for (const mention of members) Object.assign(mention, { type: to, edited: true });
      if (whole && !UNLINKED.has(to)) Object.assign(entity, { type: to, edited: true });
      else for (const mention of members) draft.link(mention, mention.text);
    }
    draft.renamed();
    return mentions.length;
  },
  extent(draft, { target, shift, to }) {
    let count = 0;
    for (const mention of draft.mentionsOf(target)) {
      const start = mention.start + shift;
      if (start < 0 || draft.text.slice(start, start + to.length) !== to) continue;
      draft.moveTo(mention, start, start + to.length);
      count += 1;
    }
    return count;
  },
  add(draft, { target }) {
    const places = target.place
      ? [draft.find(target)].filter(Boolean)
      : findNames(draft.text, readList({ type: target.type, text: target.text }, [{ id: target.type, ar: "", en: "" }]).entries, draft.folded);
    for (const { start, end } of places) draft.put(start, end, target.type, { name: target.text });
    return places.length;
  },
  merge(draft, { from, into }) {
    const [source, goal] = [draft.entity(from), draft.entity(into)];
    if (!source || !goal || source === goal) return 0;
    let count = 0;
    for (const mention of draft.mentions) {
      if (mention.entity !== source.id) continue;
      Object.assign(mention, { entity: goal.id, type: goal.type, edited: true });
      count += 1;
    }
    goal.english ??= source.english;
    goal.wikidata ??= source.wikidata;
    goal.edited = true;
    goal.spellings.push(source.name, ...source.aliases);
    draft.moved.set(source.id, goal.id);
    draft.entities.delete(source.id);
    draft.renamed();
    return count;
  },
  split(draft, { entity: { type, name }, members }) {
    const source = draft.entity({ type, name });
    if (!source) return 0;
    const chosen = new Set(members.flatMap(({ text, place }) => draft.mentionsOf({ text, type: source.type, place })).filter((mention) => mention.entity === source.id));
    if (chosen.size === 0) return 0;
    const made = draft.newEntity(source.type, longest([...chosen].map((mention) => mention.text)));
    for (const mention of chosen) Object.assign(mention, { entity: made.id, edited: true });
    return chosen.size;
  },
};

const longest = (texts) => texts.reduce((best, text) => (text.length > best.length ? text : best), "");

/** An Analysis while it is being corrected. */
class Draft {
  /** What entities became of others: id to id. */
  moved = new Map();
  #folded = null;
  #gone = new Set();
  #near = null; // mentions by the stretch of text they touch
  #named = null; // entities by type and spelling

  constructor(analysis, text) {
    this.source = analysis;
    this.text = text;
    this.all = analysis.mentions.map((mention) => ({ ...mention }));
    this.entities = new Map(analysis.entities.map((entity) => [entity.id, { ...entity, spellings: [] }]));
    this.last = analysis.entities.reduce((most, { id }) => Math.max(most, Number(id.slice(1)) || 0), 0);
  }

  get folded() {
    return (this.#folded ??= foldText(this.text));
  }

  get mentions() {
    return this.all.filter((mention) => !this.#gone.has(mention));
  }

  mentionsOf(target) {
    if (target.entity) {
      const entity = this.entity(target.entity);
      return entity ? this.mentions.filter((mention) => mention.entity === entity.id) : [];
    }
    const words = fold(target.text);
    const same = this.mentions.filter((mention) => mention.type === target.type && fold(mention.text) === words);
    return target.place ? nearest(same.filter((mention) => this.#standsIn(mention, target.place)), target.place) : same;
  }

  /** Where the words of a placed target stand. */
  find({ text, place }) {
    const places = [];
    for (let start = this.text.indexOf(text); start >= 0; start = this.text.indexOf(text, start + 1)) {
      const found = { start, end: start + text.length };
      if (this.#standsIn(found, place)) places.push(found);
    }
    return nearest(places, place)[0] ?? null;
  }

  #standsIn({ start, end }, { before, after }) {
    return this.text.slice(Math.max(0, start - before.length), start) === before && this.text.slice(end, end + after.length) === after;
  }

  /** The entity of a type with this name; else the first that is also written so. */
  entity({ type, name }) {
    this.#named ??= this.#index();
    return this.entities.get(this.#named.get(`${type} ${fold(name)}`));
  }

  #index() {
    const index = new Map();
    const add = ({ id, type }, name) => index.has(`${type} ${fold(name)}`) || index.set(`${type} ${fold(name)}`, id);
    for (const entity of this.entities.values()) add(entity, entity.name);
    for (const entity of this.entities.values()) for (const name of [...entity.aliases, ...entity.spellings]) add(entity, name);
    return index;
  }

  /** Entities have other names or types than before. */
  renamed() {
    this.#named = null;
  }

  newEntity(type, name) {
    const id = `e${(this.last += 1)}`;
    const entity = { id, type, name, english: null, wikidata: null, aliases: [], mentions: 0, edited: true, spellings: [] };
    this.entities.set(id, entity);
    this.#named?.set(`${type} ${fold(name)}`, id);
    return entity;
  }

  /** Gives a mention the entity that its type and name ask for. */
  link(mention, name, note = null) {
    if (UNLINKED.has(mention.type)) {
      mention.entity = null;
      return;
    }
    const entity = this.entity({ type: mention.type, name }) ?? this.newEntity(mention.type, name);
    if (note) entity.note = note;
    mention.entity = entity.id;
  }

  /** The words from start to end are a mention of this type: one that stands there is changed, what crosses it goes. */
  put(start, end, type, { name, note = null }) {
    let mention = this.#meeting(start, end).find((one) => one.start === start && one.end === end);
    if (mention?.type === type && !note) return;
    if (!mention) {
      mention = { start, end, text: this.text.slice(start, end), type, entity: null, nested: false, score: 1 };
      this.all.push(mention);
      this.#enter(mention);
    }
    Object.assign(mention, { type, edited: true });
    this.link(mention, name, note);
    this.makeRoom(mention);
  }

  /** A mention has moved. */
  moveTo(mention, start, end) {
    Object.assign(mention, { start, end, text: this.text.slice(start, end), edited: true });
    this.#near = null;
    this.makeRoom(mention);
  }

  /** No other mention crosses this one, has its span, or says the same inside it. */
  makeRoom(mention) {
    this.drop(
      this.#meeting(mention.start, mention.end).filter((one) => {
        const inside = mention.start <= one.start && one.end <= mention.end;
        const around = one.start <= mention.start && mention.end <= one.end;
        return one !== mention && ((inside && around) || (inside && one.type === mention.type) || (!inside && !around));
      }),
    );
  }

  #meeting(start, end) {
    if (!this.#near) {
      this.#near = new Map();
      for (const mention of this.mentions) this.#enter(mention);
    }
    const met = new Set();
    for (let bucket = start >> 8; bucket <= (end - 1) >> 8; bucket += 1) for (const one of this.#near.get(bucket) ?? []) met.add(one);
    return [...met].filter((one) => !this.#gone.has(one) && one.start < end && start < one.end);
  }

  #enter(mention) {
    for (let bucket = mention.start >> 8; bucket <= (mention.end - 1) >> 8; bucket += 1) {
      if (this.#near.has(bucket)) this.#near.get(bucket).push(mention);
      else this.#near.set(bucket, [mention]);
    }
  }

  drop(mentions) {
    for (const mention of mentions) this.#gone.add(mention);
  }

  /** The corrected Analysis: entities counted and named anew, facts pointed at them. */
  settle() {
    const mentions = this.mentions.sort((a, b) => a.start - b.start || b.end - a.end);
    let reach = -1;
    for (const mention of mentions) {
      mention.nested = mention.end <= reach;
      reach = Math.max(reach, mention.end);
    }
    const texts = new Map();
    for (const { entity, text } of mentions) {
      if (texts.has(entity)) texts.get(entity).push(text);
      else if (entity) texts.set(entity, [text]);
    }
    const entities = [...this.entities.values()].filter(({ id }) => texts.has(id)).map((entity) => named(entity, texts.get(entity.id)));
    entities.sort((a, b) => b.mentions - a.mentions); // stable: otherwise as the analyser ordered them
    const known = new Map(entities.map((entity) => [entity.id, entity]));
    const standing = new Map(mentions.map((mention) => [`${mention.start} ${mention.end}`, mention]));
    const facts = this.source.facts.map((fact) => this.#fact(fact, known, standing));
    return { ...this.source, mentions, entities, facts };
  }

  #fact(fact, entities, standing) {
    const now = (id) => {
      let current = id ?? null;
      while (this.moved.has(current)) current = this.moved.get(current);
      return entities.has(current) ? current : null;
    };
    const args = fact.args.map((arg) => {
      // The mention that stands where the argument does knows best; elsewhere (pronouns, descriptions) the analyser's word holds.
      const mention = arg.elided ? null : standing.get(`${arg.start} ${arg.end}`);
      const entity = mention ? mention.entity : now(arg.entity);
      if (entity === (arg.entity ?? null)) return arg;
      const { resolved, ...rest } = arg;
      const name = entity ? entities.get(entity).name : null;
      return { ...rest, entity, ...(resolved && name && name !== arg.text ? { resolved: name } : {}) };
    });
    return { ...fact, args, attributed_to: now(fact.attributed_to) };
  }
}

const nearest = (places, { start }) =>
  places.length < 2 ? places : [places.reduce((best, one) => (Math.abs(one.start - start) < Math.abs(best.start - start) ? one : best))];

/** An entity with its count, its name and its other spellings as its mentions now are. */
function named({ spellings, ...entity }, texts) {
  const written = [...new Set(texts)];
  const asBefore = entity.mentions === texts.length && !entity.edited && written.every((text) => text === entity.name || entity.aliases.includes(text));
  if (asBefore) return entity;
  const name = written.some((text) => fold(text) === fold(entity.name)) ? entity.name : longest(written);
  const others = written.filter((text) => text !== name);
  // The analyser's own order where it had one.
  const order = entity.aliases.filter((alias) => others.includes(alias));
  return { ...entity, name, aliases: [...order, ...others.filter((alias) => !order.includes(alias))], mentions: texts.length };
}
