// Corrections and word lists as operations over an Analysis, without a browser.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ARTICLE } from "./harness.mjs";
import { correct, fingerprint, placeOf, publishedFor } from "../../www/corrections.js";
import { findNames, readList } from "../../www/word-lists.js";
import { fold, foldText, search } from "../../www/fold.js";

const module = new Function(`${readFileSync(new URL("fixture/khabar.js", import.meta.url), "utf8")}; return wasm_bindgen;`)();
const KINDS = module.mention_kinds();
const analysis = () => module.analyse(ARTICLE, {});
const apply = (...operations) => correct(analysis(), ARTICLE, { operations: operations.map((one, index) => ({ id: `c${index}`, ...one })) }, KINDS);
const texts = ({ analysis: { mentions } }, entity) => mentions.filter((mention) => mention.entity === entity).map(({ text }) => text);
const named = ({ analysis: { entities } }, name) => entities.find((entity) => entity.name === name);
const mentionAt = (text, nth = 1) => {
  let start = -1;
  for (let count = 0; count < nth; count += 1) start = ARTICLE.indexOf(text, start + 1);
  return { start, end: start + text.length };
};

/** What has to hold for any Analysis. */
function sound({ analysis: { mentions, entities, facts } }, text = ARTICLE) {
  let before = { start: -1, end: 0 };
  for (const mention of mentions) {
    assert.equal(mention.text, text.slice(mention.start, mention.end));
    assert.ok(mention.start > before.start || (mention.start === before.start && mention.end <= before.end), "in text order, outer first");
    before = mention;
    if (mention.entity) assert.equal(entities.find(({ id }) => id === mention.entity)?.type, mention.type, mention.text);
    const around = mentions.some((one) => one !== mention && one.start <= mention.start && mention.end <= one.end);
    assert.equal(mention.nested, around, mention.text);
  }
  for (const { id, mentions: count, name, aliases } of entities) {
    const own = mentions.filter((mention) => mention.entity === id);
    assert.equal(own.length, count, name);
    for (const alias of aliases) assert.ok(own.some(({ text }) => text === alias), alias);
  }
  const known = new Set(entities.map(({ id }) => id));
  assert.equal(known.size, entities.length);
  for (const fact of facts) for (const id of [fact.attributed_to, ...fact.args.map(({ entity }) => entity)]) assert.ok(id == null || known.has(id), id);
}

describe("corrections", () => {
  test("without any, the Analysis is the very same", () => {
    const given = analysis();
    assert.equal(correct(given, ARTICLE, { operations: [], lists: [] }, KINDS).analysis, given);
    assert.equal(correct(given, ARTICLE, { operations: [{ id: "c1", op: "published", article: "x", value: "2020-01-01" }], lists: [] }, KINDS).analysis, given);
  });

  test("the same corrections give the same result, and leave what they were given alone", () => {
    const given = analysis();
    const before = JSON.stringify(given);
    const operations = [{ id: "c1", op: "remove", target: { text: "بغداد", type: "LOC" } }];
    const one = JSON.stringify(correct(given, ARTICLE, { operations }, KINDS).analysis);
    assert.equal(JSON.stringify(given), before);
    assert.equal(JSON.stringify(correct(analysis(), ARTICLE, { operations }, KINDS).analysis), one);
  });

  test("remove: everywhere, in one place, a whole entity", () => {
    const everywhere = apply({ op: "remove", target: { text: "بغداد", type: "LOC" } });
    assert.equal(everywhere.counts.get("c0"), 3);
    assert.equal(named(everywhere, "بغداد"), undefined);
    sound(everywhere);
    const here = apply({ op: "remove", target: { text: "بغداد", type: "LOC", place: placeOf(ARTICLE, mentionAt("بغداد", 2)) } });
    assert.deepEqual(texts(here, "e2"), ["بغداد", "بغداد"]);
    assert.deepEqual(here.analysis.mentions.filter(({ text }) => text === "بغداد").map(({ start }) => start), [mentionAt("بغداد").start, mentionAt("بغداد", 3).start]);
    sound(here);
    const entity = apply({ op: "remove", target: { entity: { type: "PER", name: "نبيل الراوي" } } });
    assert.equal(entity.counts.get("c0"), 2);
    sound(entity);
    const [statement] = entity.analysis.facts;
    assert.equal(statement.args[0].entity, null);
    assert.equal(entity.analysis.facts[2].attributed_to, null);
  });

  test("a removed full name leaves the entity its next fullest", () => {
    const result = apply({ op: "remove", target: { text: "نبيل الراوي", type: "PER" } });
    assert.deepEqual(named(result, "الراوي"), { ...named(result, "الراوي"), mentions: 1, aliases: [] });
    sound(result);
  });

  test("words are known by their letters: hamza and vowel signs do not matter, the type does", () => {
    assert.equal(apply({ op: "remove", target: { text: "بَغـداد", type: "LOC" } }).counts.get("c0"), 3);
    assert.equal(apply({ op: "remove", target: { text: "بغداد", type: "PER" } }).counts.get("c0"), 0);
  });

  test("retype: the whole entity keeps its id; one place becomes an entity of its own; an amount has none", () => {
    const whole = apply({ op: "retype", target: { entity: { type: "PER", name: "نبيل الراوي" } }, to: "ORG" });
    assert.equal(named(whole, "نبيل الراوي").type, "ORG");
    assert.equal(named(whole, "نبيل الراوي").id, "e1");
    assert.equal(whole.analysis.facts[0].args[0].entity, "e1");
    sound(whole);
    const one = apply({ op: "retype", target: { text: "الراوي", type: "PER", place: placeOf(ARTICLE, mentionAt("الراوي", 2)) }, to: "LOC" });
    assert.deepEqual([named(one, "الراوي").type, named(one, "نبيل الراوي").mentions], ["LOC", 1]);
    assert.equal(one.analysis.facts[0].args[0].entity, named(one, "الراوي").id);
    sound(one);
    const amount = apply({ op: "retype", target: { text: "BBC", type: "ORG" }, to: "QUANTITY" });
    assert.equal(amount.analysis.mentions.find(({ text }) => text === "BBC").entity, null);
    assert.equal(named(amount, "BBC"), undefined);
    sound(amount);
  });

  test("extent: longer, shorter, and what it crosses goes", () => {
    const longer = apply({ op: "extent", target: { text: "نبيل الراوي", type: "PER" }, shift: "وزير الخارجية ".length * -1, to: "وزير الخارجية نبيل الراوي" });
    assert.equal(longer.counts.get("c0"), 1);
    assert.equal(longer.analysis.mentions[0].text, "وزير الخارجية نبيل الراوي");
    sound(longer);
    const shorter = apply({ op: "extent", target: { text: "الدولي في القاهرة", type: "LOC" }, shift: "الدولي في ".length, to: "القاهرة" });
    assert.ok(named(shorter, "القاهرة"));
    sound(shorter);
    const crossing = apply({ op: "extent", target: { text: "وزارة الخارجية العراقية", type: "ORG" }, shift: 0, to: "وزارة الخارجية" });
    assert.ok(named(crossing, "العراقية"), "what stood inside and is now outside stays");
    sound(crossing);
    assert.equal(apply({ op: "extent", target: { text: "BBC", type: "ORG" }, shift: 0, to: "BBC News" }).counts.get("c0"), 0);
  });

  test("add: in one place, or wherever the words stand, behind clitics too", () => {
    const one = apply({ op: "add", target: { text: "القاهرة", type: "LOC", place: placeOf(ARTICLE, mentionAt("القاهرة")) } });
    assert.equal(named(one, "القاهرة").mentions, 1);
    sound(one);
    const text = "قال الحزب إن لنادي النور فضلا، وبنادي النور يقاس. نادي النور.";
    const empty = { ...analysis(), mentions: [], entities: [], dates: [], facts: [], zones: [] };
    const result = correct(empty, text, { operations: [{ id: "c1", op: "add", target: { text: "نادي النور", type: "ORG" } }] }, KINDS);
    assert.deepEqual(result.analysis.mentions.map(({ text: words, start }) => [words, text.slice(start - 2, start)]), [["نادي النور", " ل"], ["نادي النور", "وب"], ["نادي النور", ". "]]);
    assert.equal(result.analysis.entities.length, 1);
    sound(result, text);
  });

  test("merge: mentions, facts and attributions go along; again is nothing", () => {
    const merge = { op: "merge", from: { type: "ORG", name: "وزارة الخارجية العراقية" }, into: { type: "PER", name: "نبيل الراوي" } };
    const result = apply(merge, merge);
    assert.deepEqual([...result.counts.values()], [1, 0]);
    const entity = named(result, "نبيل الراوي");
    assert.deepEqual([entity.id, entity.mentions, entity.aliases], ["e1", 3, ["الراوي", "وزارة الخارجية العراقية"]]);
    assert.equal(result.analysis.facts[2].args[0].entity, "e1");
    assert.equal(result.analysis.facts[2].args[0].resolved, "نبيل الراوي");
    sound(result);
    const chain = apply(merge, { op: "merge", from: { type: "PER", name: "نبيل الراوي" }, into: { type: "ORG", name: "BBC" } });
    assert.equal(chain.analysis.facts[2].args[0].entity, "e5");
    assert.equal(chain.analysis.facts[2].attributed_to, "e5");
    sound(chain);
  });

  test("split: by spelling, and by place", () => {
    const spelled = apply({ op: "split", entity: { type: "PER", name: "نبيل الراوي" }, members: [{ text: "الراوي" }] });
    assert.deepEqual([named(spelled, "نبيل الراوي").mentions, named(spelled, "الراوي").mentions], [1, 1]);
    assert.equal(spelled.analysis.facts[0].args[0].entity, named(spelled, "الراوي").id);
    sound(spelled);
    const placed = apply({ op: "split", entity: { type: "LOC", name: "بغداد" }, members: [{ text: "بغداد", place: placeOf(ARTICLE, mentionAt("بغداد", 3)) }] });
    const [first, second] = placed.analysis.entities.filter(({ name }) => name === "بغداد");
    assert.deepEqual([first.mentions, second.mentions], [2, 1]);
    sound(placed);
  });

  test("of places with the same words around them the nearest counts", () => {
    const text = ARTICLE.repeat(3);
    const mentions = [0, 1, 2].map((round) => ({ start: ARTICLE.length * round + mentionAt("BBC").start, end: ARTICLE.length * round + mentionAt("BBC").end, text: "BBC", type: "ORG", entity: "e1", nested: false, score: 1 }));
    const given = { ...analysis(), mentions, entities: [{ id: "e1", type: "ORG", name: "BBC", english: null, wikidata: null, aliases: [], mentions: 3 }], facts: [] };
    const { analysis: result } = correct(given, text, { operations: [{ id: "c1", op: "remove", target: { text: "BBC", type: "ORG", place: placeOf(text, mentions[1]) } }] }, KINDS);
    assert.deepEqual(result.mentions.map(({ start }) => start), [mentions[0].start, mentions[2].start]);
  });

  test("any operations on any article leave it sound", () => {
    let seed = 11;
    const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
    const { mentions, entities } = analysis();
    const types = KINDS.map(({ id }) => id);
    const pick = (list) => list[random(list.length)];
    const target = () => {
      const { text, type, start, end } = pick(mentions);
      return pick([{ text, type }, { text, type, place: placeOf(ARTICLE, { start, end }) }, { entity: pick(entities) }]);
    };
    const make = {
      remove: () => ({ target: target() }),
      retype: () => ({ target: target(), to: pick(types) }),
      extent: () => {
        const { text, type, start } = pick(mentions);
        const shift = random(9) - 4;
        return { target: { text, type }, shift, to: ARTICLE.slice(start + shift, start + shift + 1 + random(20)) };
      },
      add: () => {
        const start = random(ARTICLE.length - 30);
        return { target: { text: ARTICLE.slice(start, start + 1 + random(25)), type: pick(types), place: placeOf(ARTICLE, { start, end: start + 1 }) } };
      },
      merge: () => ({ from: pick(entities), into: pick(entities) }),
      split: () => ({ entity: pick(entities), members: [{ text: pick(mentions).text }] }),
    };
    for (let round = 0; round < 400; round += 1) {
      const operations = Array.from({ length: 1 + random(6) }, () => {
        const op = pick(Object.keys(make));
        return { op, ...make[op]() };
      });
      sound(apply(...operations));
    }
  });

  test("a publication date is known by its text", () => {
    const operations = [{ op: "published", article: fingerprint(ARTICLE), value: "2024-05-01" }];
    assert.equal(publishedFor(operations, ARTICLE), "2024-05-01");
    assert.equal(publishedFor(operations, `${ARTICLE} `), null);
  });
});

describe("word lists", () => {
  const list = (text, type = "PER") => ({ id: "l1", name: "قائمة", type, text, on: true });
  const find = (text, names) => findNames(text, readList(list(names), KINDS).entries).map((found) => [found.text, found.start, found.entry.type]);

  test("lines: a name, a type by id or label, a note; comments and mistakes", () => {
    const { entries, problems } = readList(list("# comment\nنادي النور | ORG | كرة القدم\n\nبلدة السلام\tمكان\nسعاد\n| ORG\nفلان | فاكهة"), KINDS);
    assert.deepEqual(entries.map(({ name, type, note }) => [name, type, note]), [["نادي النور", "ORG", "كرة القدم"], ["بلدة السلام", "LOC", null], ["سعاد", "PER", null]]);
    assert.deepEqual(problems, [{ line: 6, what: "no-name" }, { line: 7, what: "no-type", type: "فاكهة" }]);
  });

  test("names are found behind clitics, in any spelling of the hamza, and never inside other words", () => {
    assert.deepEqual(find("وأحمد وبأحمـد فاحمد أحمدي الأحمد", "احمد"), [["أحمد", 1, "PER"], ["أحمـد", 8, "PER"], ["احمد", 15, "PER"]]);
    assert.deepEqual(find("سافر للعراق والعراق", "العراق"), [["لعراق", 6, "PER"], ["العراق", 13, "PER"]]);
    assert.deepEqual(find("النور في نادي النورس ونادي  النور", "نادي النور"), [["نادي  النور", 22, "PER"]]);
    assert.deepEqual(find("نادي\nالنور", "نادي النور"), []);
  });

  test("the longest name wins", () => {
    assert.deepEqual(find("حزب الأمة القومي وحزب الأمة", "حزب الأمة\nحزب الأمة القومي").map(([text]) => text), ["حزب الأمة القومي", "حزب الأمة"]);
  });

  test("a listed name becomes a mention, over what crosses it, with its note; a list that is off does nothing", () => {
    const lists = [list("السلام الدولي | EVENT | مؤتمر سنوي\nطائرة | PRODUCT")];
    const result = correct(analysis(), ARTICLE, { lists }, KINDS);
    const entity = result.analysis.entities.find(({ name }) => name === "السلام الدولي");
    assert.equal(entity.note, "مؤتمر سنوي");
    assert.equal(result.counts.get("l1"), 1, "طائرة is no type of the module's: the line is a problem, not a name");
    assert.equal(result.analysis.mentions.some(({ text }) => text === "الدولي في القاهرة"), false);
    sound(result);
    assert.deepEqual(correct(analysis(), ARTICLE, { lists: [{ ...lists[0], on: false }] }, KINDS).analysis, analysis());
  });

  test("a long list over a long text stays quick", () => {
    const names = Array.from({ length: 5000 }, (_, index) => `اسم${index} عائلة${index % 97}`).join("\n");
    const text = Array.from({ length: 60_000 }, (_, index) => `قال اسم${index % 9000} عائلة${index % 97} كلاما`).join("\n");
    const empty = { ...analysis(), mentions: [], entities: [], dates: [], facts: [], zones: [] };
    const began = performance.now();
    const { analysis: result } = correct(empty, text, { lists: [list(names)] }, KINDS);
    assert.ok(result.mentions.length > 100);
    assert.ok(performance.now() - began < 8000, `${Math.round(performance.now() - began)} ms for ${text.length} characters`);
  });
});

describe("folding", () => {
  test("one spelling of many", () => {
    assert.equal(fold("أَحْمَدُ الـــعلی"), "احمد العلي");
    assert.equal(fold("ﻻ ﷺ ٢٠٢٤ BBC"), fold("لا صلى الله عليه وسلم 2024 bbc"));
  });

  test("a search knows where the words stand, vowel signs included", () => {
    const text = "قال مُحَمَّدٌ: وصل محمد";
    assert.deepEqual(search(foldText(text), "محمد").map(({ start, end }) => text.slice(start, end)), ["مُحَمَّد", "محمد"]);
    assert.deepEqual(search(foldText(text), "  "), []);
  });
});
