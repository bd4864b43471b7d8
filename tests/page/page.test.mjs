// The page in a real browser, on findings known beforehand (fixture/khabar.js).

import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ARTICLE, analyse, done, launch, open, serve } from "./harness.mjs";

let server, browser, page, context, requests, problems;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});
beforeEach(async () => {
  ({ page, context, requests, problems } = await open(browser, server.url));
});
afterEach(async () => {
  await context.close();
});

const status = () => page.locator("#status").textContent();
const kindOfStatus = (kind) => page.locator(`#status[data-kind="${kind}"]`).waitFor();
const shownText = () => page.locator("#result").evaluate((node) => node.textContent);
const mark = (selector) => page.locator(`#result mark${selector}`);

/** A file dropped on the page. */
async function drop(name, bytes) {
  const transfer = await page.evaluateHandle(
    ([name, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name, { type: "text/plain" }));
      return data;
    },
    [name, [...bytes]],
  );
  await page.dispatchEvent("body", "dragover", { dataTransfer: transfer });
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
}

describe("the article", () => {
  test("pasted text gets its marks and stays exactly itself", async () => {
    await analyse(page, ARTICLE);
    assert.equal(await shownText(), ARTICLE);
    assert.equal(await mark('[data-type="PER"][data-entity="e1"]').count(), 2);
    assert.equal(await mark('[data-type="LOC"][data-entity="e2"]').count(), 3);
    assert.equal(await mark('[data-type="DATE"][data-value="1991"]').textContent(), "عام 1991");
    assert.deepEqual(problems, []);
  });

  test("awkward characters come through unchanged", async () => {
    const text = "\n\n  عـــنوان\u00a0\u200fمُشكَّل ﷺ\t🕊️👩‍👩‍👧\n<b>&amp;</b> ﻻ\u2067x\u2069\n\n";
    await analyse(page, text);
    assert.equal(await shownText(), text);
  });

  test("nested marks nest", async () => {
    await analyse(page, ARTICLE);
    const inner = page.locator('mark[data-type="ORG"] > mark[data-type="NORP"]');
    assert.equal(await inner.textContent(), "العراقية");
    assert.equal(await page.locator('mark[data-type="ORG"]').first().textContent(), "وزارة الخارجية العراقية");
  });

  test("marks that overlap without nesting are cut, and hold one place in the order of keys", async () => {
    await analyse(page, ARTICLE);
    const pieces = await mark('[data-entity="e6"]').evaluateAll((nodes) => nodes.map((node) => [node.textContent, "continued" in node.dataset, node.tabIndex]));
    assert.deepEqual(pieces, [["الدولي", false, -1], [" في القاهرة", true, -1]]);
    assert.equal(await mark('[data-type="EVENT"]').textContent(), "مؤتمر السلام الدولي");
  });

  test("a name behind a clitic stays in its word: no change of width, no box, no direction of its own", async () => {
    await analyse(page, ARTICLE);
    const found = await page.evaluate(() => {
      const heading = document.querySelector("#result p[role=heading]");
      const width = () => {
        const range = document.createRange();
        range.selectNodeContents(heading);
        return range.getBoundingClientRect().width;
      };
      const marked = width();
      const marks = [...heading.querySelectorAll("mark")].map((node) => {
        const style = getComputedStyle(node);
        return [style.display, style.unicodeBidi, style.paddingInline, style.marginInline, node.hasAttribute("dir")].join();
      });
      heading.textContent = heading.textContent;
      return { marked, plain: width(), marks };
    });
    assert.ok(Math.abs(found.marked - found.plain) < 0.5, `${found.marked} and ${found.plain}`);
    assert.deepEqual([...new Set(found.marks)], ["inline,normal,0px,0px,false"]);
  });

  test("each line has its own direction, by its letters and not by its first word", async () => {
    await analyse(page, `${ARTICLE}The ministry قال nothing more about the meeting.\n`);
    const direction = (words) => page.locator("#result p", { hasText: words }).getAttribute("dir");
    assert.equal(await direction("BBC قالت"), "rtl");
    assert.equal(await direction("The ministry"), "ltr");
  });

  test("zones: one heading, the dateline apart from the body on its line, asides folded but reachable", async () => {
    await analyse(page, ARTICLE);
    assert.equal(await page.getByRole("heading", { level: 3, name: "وزير الخارجية نبيل الراوي" }).count(), 1);
    assert.equal(await page.locator('#result span[data-zone="dateline"]').textContent(), "(بغداد - 12 آذار 2024)");
    const aside = page.locator("#result p", { hasText: "مشاركة" });
    const fold = page.locator(".fold-button");
    assert.equal(await fold.getAttribute("aria-expanded"), "false");
    assert.ok((await fold.getAttribute("aria-label")).includes("2"));
    assert.equal(await aside.evaluate((node) => node.checkVisibility({ contentVisibilityAuto: false })), false);
    await fold.click();
    assert.equal(await fold.getAttribute("aria-expanded"), "true");
    assert.ok((await aside.boundingBox()).height > 10);
  });

  test("a line of signs that no zone claims is drawn in full, a blank line narrow", async () => {
    await analyse(page, "عنوان الخبر هنا\n\n***\nنص الخبر كله في هذا السطر");
    const heights = await page.evaluate(() => [...document.querySelectorAll("#result p")].map((node) => node.getBoundingClientRect().height));
    assert.ok(heights[1] < heights[3] / 2 && heights[2] > heights[3] / 2, heights.join());
  });

  test("every type has an underline or a tint of its own, and a label in words", async () => {
    await analyse(page, ARTICLE);
    const looks = await page.locator(".sample[data-type]").evaluateAll((nodes) =>
      Object.entries(
        Object.fromEntries(
          nodes.map((node) => {
            const style = getComputedStyle(node);
            return [node.dataset.type, `${style.textDecorationStyle} ${style.textDecorationThickness}`];
          }),
        ),
      ),
    );
    assert.equal(looks.length, 7);
    assert.equal(new Set(looks.map(([, look]) => look)).size, 7, JSON.stringify(looks));
    assert.equal(await mark('[data-entity="e2"]').first().getAttribute("aria-description"), "مكان: بغداد / Baghdad");
    assert.equal(await mark('[data-value="P2D"]').getAttribute("aria-description"), "تاريخ: مدة: يومان");
  });
});

describe("the legend", () => {
  test("counts, hides and shows a type without touching the text", async () => {
    await analyse(page, ARTICLE);
    const box = page.locator('#legend input[value="LOC"]');
    assert.ok((await box.locator("..").textContent()).includes("4"));
    await box.uncheck();
    assert.equal(await mark('[data-type="LOC"]').count(), 0);
    assert.equal(await mark('[data-type="PER"]').count(), 2);
    assert.equal(await shownText(), ARTICLE);
    await box.check();
    assert.equal(await mark('[data-type="LOC"][data-entity="e2"]').count(), 3);
  });

  test("all and none; the choice holds for the next analysis", async () => {
    await analyse(page, ARTICLE);
    await page.locator("#legend button").nth(1).click();
    assert.equal(await mark("").count(), 0);
    await page.locator("#legend input[value=PER]").check();
    await analyse(page, ARTICLE);
    assert.deepEqual(await mark("").evaluateAll((nodes) => [...new Set(nodes.map((node) => node.dataset.type))]), ["PER"]);
    await page.locator("#legend button").nth(0).click();
    assert.equal(await mark('[data-type="ORG"]').count(), 2);
  });
});

describe("text and panels", () => {
  test("a click on a mark shows its row; a click on the row shows each place in turn", async () => {
    await page.setViewportSize({ width: 1280, height: 500 });
    await analyse(page, ARTICLE);
    await mark('[data-entity="e2"]').nth(1).click();
    const row = page.locator('[data-entity-row="e2"]');
    assert.equal(await row.getAttribute("aria-current"), "true");
    await page.waitForFunction((node) => {
      const { top, bottom } = node.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    }, await row.elementHandle());
    assert.equal(await mark('[data-entity="e2"][data-selected]').count(), 3);

    await page.locator('[data-entity-row="e1"]').click();
    assert.equal(await page.locator("[aria-current]").count(), 1);
    assert.equal(await mark('[data-entity="e1"][data-flash]').first().textContent(), "نبيل الراوي");
    await page.locator('[data-entity-row="e1"]').click();
    await page.waitForFunction(() => document.querySelectorAll('mark[data-entity="e1"]')[1].hasAttribute("data-flash"));
  });

  test("a mention without an entity has a row too", async () => {
    await analyse(page, ARTICLE);
    await mark('[data-type="QUANTITY"]').click();
    assert.equal(await page.locator("[aria-current]").getAttribute("data-mention-row"), "QUANTITY");
  });

  test("a date and its row show each other", async () => {
    await analyse(page, ARTICLE);
    await mark('[data-value="1991"]').click();
    assert.equal(await page.locator("[data-date-row][aria-current]").getAttribute("data-date-row"), "1991");
    await page.locator('[data-date-row="P2D"]').click();
    assert.equal(await mark("[data-selected]").textContent(), "يومين");
  });

  test("a fact lights its evidence, and a click on the evidence finds the fact", async () => {
    await analyse(page, ARTICLE);
    await page.locator('[data-fact-row="f1"]').click();
    const lit = () => page.evaluate(() => [...(CSS.highlights.get("khabar-evidence") ?? [])].map((range) => range.toString()));
    assert.deepEqual(await lit(), ["وقال الراوي في وقت سابق إن بغداد لم تشهد مثل هذا الاتفاق منذ عام 1991"]);
    await page.keyboard.press("Escape");
    assert.deepEqual(await lit(), []);
    const spot = await page.evaluate(() => {
      const paragraph = [...document.querySelectorAll("#result p")].find((node) => node.textContent.startsWith("وقال"));
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (!walker.nextNode() || !walker.currentNode.data.includes("تشهد"));
      const range = document.createRange();
      range.setStart(walker.currentNode, walker.currentNode.data.indexOf("تشهد"));
      range.setEnd(walker.currentNode, walker.currentNode.data.indexOf("تشهد") + 4);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.click(spot.x, spot.y);
    assert.equal(await page.locator("[data-fact-row][aria-current]").getAttribute("data-fact-row"), "f1");
  });

  test("a browser without highlights of its own frames the paragraph", async () => {
    await page.evaluate(() => delete globalThis.Highlight);
    await analyse(page, ARTICLE);
    await page.locator('[data-fact-row="f1"]').click();
    assert.ok((await page.locator("#result p[data-evidence]").textContent()).startsWith("وقال الراوي"));
  });

  test("choosing an entity points at its facts", async () => {
    await analyse(page, ARTICLE);
    await page.locator('[data-entity-row="e1"]').click();
    assert.deepEqual(await page.locator("[data-fact-row][data-related]").evaluateAll((rows) => rows.map((row) => row.dataset.factRow)), ["f1", "f2", "f3"]);
  });

  test("facts say their roles, reality, attribution and what is left unsaid", async () => {
    await analyse(page, ARTICLE);
    const text = (id) => page.locator(`[data-fact-row="${id}"]`).textContent();
    assert.ok((await text("f1")).includes("الراوي (نبيل الراوي)"));
    assert.ok((await text("f1")).includes("بالمعنى"));
    assert.equal(await page.locator('[data-fact-row="f1"] .evidence b[title="المضمون"]').textContent(), "إن بغداد لم تشهد مثل هذا الاتفاق منذ عام 1991");
    assert.ok((await text("f3")).includes("وزارة الخارجية العراقية (مفهوم من السياق)"));
    assert.ok((await text("f3")).includes("مزمع"));
    assert.ok((await text("f3")).includes("بحسب نبيل الراوي"));
  });

  test("dates stand in order of time, those without a place apart at the end", async () => {
    await analyse(page, ARTICLE);
    const values = await page.locator("[data-date-row]").evaluateAll((rows) => rows.map((row) => row.dataset.dateRow));
    assert.deepEqual(values, ["1991", "2024-03-12", "2024-03-12", "P2D", "PAST_REF"]);
    assert.deepEqual(await page.locator(".unplaced [data-date-row]").evaluateAll((rows) => rows.map((row) => row.dataset.dateRow)), ["P2D", "PAST_REF"]);
    assert.ok((await page.locator('[data-date-row="2024-03-12"]').first().textContent()).includes("الثلاثاء، 12 مارس 2024"));
  });

  test("the rule behind a finding is named when asked for", async () => {
    await analyse(page, ARTICLE);
    assert.ok(!(await page.locator('[data-entity-row="e1"]').textContent()).includes("fixture.PER"));
    await page.locator("#explain").check();
    await page.locator('[data-entity-row="e1"]', { hasText: "fixture.PER" }).waitFor();
    assert.ok((await page.locator('[data-fact-row="f1"]').textContent()).includes("fixture.fact"));
  });
});

describe("the keyboard", () => {
  test("Ctrl+Enter analyses; marks are one stop, arrows move in reading order, Enter goes to the row and back", async () => {
    await page.locator("#article").fill(ARTICLE);
    await page.keyboard.press("Control+Enter");
    await done(page);
    assert.equal(await page.locator('#result mark[tabindex="0"]').count(), 1);
    await mark("").first().focus();
    await page.keyboard.press("ArrowLeft"); // right-to-left: the next one
    const focused = () => page.evaluate(() => document.activeElement.textContent);
    assert.equal(await focused(), "بغداد");
    await page.keyboard.press("ArrowRight");
    assert.equal(await focused(), "نبيل الراوي");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.closest("[data-entity-row]")?.dataset.entityRow), "e1");
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(), "وزارة الخارجية العراقية");
    await page.keyboard.press("Space");
    assert.equal(await page.evaluate(() => document.activeElement.dataset.entity), "e3");
  });
});

describe("the publication date", () => {
  const note = () => page.locator("#published-note").textContent();

  test("is shown with its evidence, and changing it changes what hangs on it", async () => {
    await analyse(page, ARTICLE);
    assert.equal(await page.locator("#published").inputValue(), "2024-03-12");
    assert.ok((await note()).includes("12 آذار 2024"));
    await page.locator("#published-note button").click();
    assert.deepEqual(await page.evaluate(() => [...CSS.highlights.get("khabar-evidence")].map(String)), ["12 آذار 2024"]);
    await page.locator("#published").fill("2024-05-01");
    await page.locator('mark[data-value="2024-05-01"]').waitFor();
    assert.equal(await mark('[data-value="2024-05-01"]').textContent(), "اليوم");
    await page.locator("#published-note button").click(); // back to the text's own
    await page.locator('mark[data-value="2024-05-01"]').waitFor({ state: "detached" });
    assert.equal(await page.locator("#published").inputValue(), "2024-03-12");
  });

  test("is asked for when the text has none, and is not carried over to another article", async () => {
    await analyse(page, "خبر بلا تاريخ\nقال المسؤول إن الاجتماع انتهى.");
    assert.ok((await note()).includes("أدخله"));
    await page.locator("#published").fill("2023-02-03");
    await page.locator("#published").dispatchEvent("change");
    await page.locator("#published-note", { hasText: "أدخلته أنت" }).waitFor();
    await page.locator("#article").fill("نص آخر تماما عن أمر مختلف كل الاختلاف\nلا علاقة له بما سبق.");
    await page.locator("#analyse").click();
    await page.locator("#published-note", { hasText: "لا يذكر النص" }).waitFor();
    assert.equal(await page.locator("#published").inputValue(), "");
    assert.ok((await status()).includes("نص جديد"));
  });

  test("entered before the article is pasted, it counts", async () => {
    await page.locator("#published").fill("2023-02-03");
    await analyse(page, "خبر بلا تاريخ\nقال المسؤول إن الاجتماع انتهى.");
    assert.equal(await page.locator("#published").inputValue(), "2023-02-03");
  });
});

describe("taking away", () => {
  test("copied and saved JSON are what the module wrote", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await analyse(page, ARTICLE);
    await page.locator("#copy-json").click();
    await page.locator("#status", { hasText: "نُسخ" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#download-json").click()]);
    assert.equal(download.suggestedFilename(), "khabar.json");
    const saved = readFileSync(await download.path(), "utf8");
    const module = new Function(`${readFileSync(new URL("fixture/khabar.js", import.meta.url), "utf8")}; return wasm_bindgen;`)();
    const written = module.analyse_json(ARTICLE, { explain: false });
    assert.equal(copied, written);
    assert.equal(saved, written);
  });
});

describe("the interface", () => {
  test("follows the browser, switches, and is remembered; nothing else is stored", async () => {
    assert.equal(await page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`), "ar rtl");
    await analyse(page, ARTICLE);
    await page.locator("#interface-language").click();
    assert.equal(await page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dir}`), "en ltr");
    assert.equal(await page.locator("#analyse").textContent(), "Analyse");
    assert.ok((await page.locator('[data-date-row="2024-03-12"]').first().textContent()).includes("Tuesday"));
    assert.equal(await mark('[data-entity="e2"]').first().getAttribute("title"), "Place: بغداد / Baghdad");
    assert.equal(await page.locator("#article").inputValue(), ARTICLE);
    assert.equal(await shownText(), ARTICLE);
    await page.reload();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ["khabar.interface"]);
    assert.deepEqual(await context.cookies(), []);
  });

  test("an English browser gets English, another language Arabic", async () => {
    for (const [locale, expected] of [["en-US", "en"], ["fr-FR", "ar"]]) {
      const visitor = await open(browser, server.url, { locale });
      assert.equal(await visitor.page.evaluate(() => document.documentElement.lang), expected);
      await visitor.context.close();
    }
  });

  test("every string is there in both languages, with the same blanks", async () => {
    const { STRINGS } = await import("../../www/strings.js");
    for (const [key, words] of Object.entries(STRINGS)) {
      assert.ok(words.ar && words.en, key);
      const names = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      assert.deepEqual(names(words.ar), names(words.en), key);
    }
  });

  test("nothing is wider than a phone", async () => {
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await analyse(page, ARTICLE);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), String(width));
    }
  });

  test("marks survive in print and in forced colours", async () => {
    await analyse(page, ARTICLE);
    await page.emulateMedia({ media: "print" });
    const style = () => mark('[data-type="PER"]').first().evaluate((node) => {
      const { printColorAdjust, textDecorationLine, backgroundColor } = getComputedStyle(node);
      return { printColorAdjust, textDecorationLine, tinted: backgroundColor !== "rgba(0, 0, 0, 0)" };
    });
    assert.deepEqual(await style(), { printColorAdjust: "exact", textDecorationLine: "underline", tinted: true });
    assert.equal(await page.locator(".input").isVisible(), false);
    await page.emulateMedia({ media: "screen", forcedColors: "active" });
    assert.equal((await style()).textDecorationLine, "underline");
  });
});

describe("files and examples", () => {
  const utf8 = (text) => Buffer.from(text, "utf8");

  test("a file that is opened is analysed from its own text, CRLF and all", async () => {
    const text = ARTICLE.replaceAll("\n", "\r\n");
    await page.locator("#file").setInputFiles({ name: "article.txt", mimeType: "text/plain", buffer: utf8(text) });
    await done(page);
    assert.equal(await shownText(), text);
    assert.equal(await mark('[data-entity="e2"]').count(), 3);
  });

  test("a file that is dropped is analysed", async () => {
    await drop("article.md", utf8(ARTICLE));
    await done(page);
    assert.equal(await shownText(), ARTICLE);
  });

  test("files that are no text are refused by name, and what was typed stays", async () => {
    await page.locator("#article").fill("ما كتبته");
    for (const [name, bytes, words] of [
      ["report.pdf", utf8("%PDF-1.7 ..."), /report\.pdf.*PDF/],
      ["data.bin", Buffer.from([65, 0, 66]), /data\.bin.*بيانات ثنائية/],
      ["latin.txt", Buffer.from("La r\xe9union a d\xe9j\xe0 commenc\xe9.", "latin1"), /latin\.txt.*البايت 4/],
      ["mixed.txt", Buffer.from([0xd8, 0xae, 0xc8, 0x41, 0x42, 0x43, 0x20]), /mixed\.txt.*البايت 2/],
    ]) {
      await drop(name, bytes);
      await page.locator("#status", { hasText: name }).waitFor();
      assert.match(await status(), words);
      assert.equal(await page.locator("#status").getAttribute("data-kind"), "error");
      assert.equal(await page.locator("#article").inputValue(), "ما كتبته");
    }
  });

  test("UTF-16 and windows-1256 are read, and said", async () => {
    const text = "وصل الوزير إلى بغداد";
    const windows = Buffer.from([0xe6, 0xd5, 0xe1, 0x20, 0xc7, 0xe1, 0xe6, 0xd2, 0xed, 0xd1, 0x20, 0xc5, 0xe1, 0xec, 0x20, 0xc8, 0xdb, 0xcf, 0xc7, 0xcf]);
    for (const [name, bytes, encoding] of [
      ["wide.txt", Buffer.from(`\ufeff${text}`, "utf16le"), "utf-16le"],
      ["old.txt", windows, "windows-1256"],
    ]) {
      await drop(name, bytes);
      await page.locator("#status", { hasText: name }).waitFor();
      assert.ok((await status()).includes(encoding));
      assert.equal(await shownText(), text);
    }
  });

  test("the byte where UTF-8 breaks is named, wherever it is", async () => {
    for (const at of [0, 1, 999, 4000]) {
      const bytes = Buffer.concat([Buffer.alloc(at, "a"), Buffer.from([0xff]), Buffer.alloc(5000, "b")]);
      await drop(`at-${at}.txt`, bytes);
      await page.locator("#status", { hasText: `at-${at}.txt` }).waitFor();
      assert.match(await status(), new RegExp(`البايت ${at}\\.`));
    }
  });

  test("too large a text is refused, with the limit", async () => {
    await page.locator("#file").setInputFiles({ name: "big.txt", mimeType: "text/plain", buffer: Buffer.alloc(20_000_001, "a") });
    await kindOfStatus("error");
    assert.match(await status(), /20/);
  });

  test("no text: a clear word", async () => {
    await page.locator("#article").fill(" \n\t ");
    await page.locator("#analyse").click();
    await kindOfStatus("error");
    assert.match(await status(), /لا نص/);
    assert.equal(await page.locator("#report").isVisible(), false);
  });

  test("each example loads and is analysed as written", async () => {
    for (const file of ["diplomacy.txt", "economy.txt", "english.txt"]) {
      await page.locator(`[data-example="${file}"]`).click();
      await done(page);
      assert.equal(await shownText(), readFileSync(new URL(`../../www/examples/${file}`, import.meta.url), "utf8"));
    }
    assert.match(await page.locator("#examples").textContent(), /متخيَّلة/);
  });

  test("an edited text is said to be newer than its findings", async () => {
    await analyse(page, ARTICLE);
    await page.locator("#article").press("End");
    await page.keyboard.type("!");
    assert.match(await status(), /تغيّر النص/);
  });
});

describe("the worker", () => {
  test("long work can be stopped; the text stays and the next analysis works", async () => {
    await page.locator("#article").fill("!slow");
    await page.locator("#analyse").click();
    await page.locator("#cancel").click();
    assert.match(await status(), /أُوقف/);
    assert.equal(await page.locator("#cancel").isVisible(), false);
    assert.equal(await page.locator("#article").inputValue(), "!slow");
    await analyse(page, ARTICLE);
    assert.equal(await mark('[data-type="PER"]').count(), 2);
  });

  test("a newer question replaces an older one", async () => {
    await page.locator("#article").fill("!slow");
    await page.locator("#analyse").click();
    await analyse(page, ARTICLE);
    assert.equal(await shownText(), ARTICLE);
  });

  test("a trap in the module is told, and the worker starts anew", async () => {
    await page.locator("#article").fill("!trap");
    await page.locator("#analyse").click();
    await kindOfStatus("error");
    assert.match(await status(), /unreachable.*نصك كما هو/);
    assert.equal(await page.locator("#article").inputValue(), "!trap");
    await analyse(page, ARTICLE);
    assert.equal(await shownText(), ARTICLE);
  });

  test("a module that does not load is told", async () => {
    const visitor = await browser.newContext({ locale: "ar-EG" });
    const broken = await visitor.newPage();
    await broken.route("**/khabar_bg.wasm", (route) => route.fulfill({ status: 404, body: "" }));
    await broken.goto(server.url);
    await broken.locator('#status[data-kind="error"]').waitFor();
    assert.match(await broken.locator("#status").textContent(), /khabar_bg\.wasm: 404/);
    await broken.locator("#article").fill("نص");
    await broken.locator("#analyse").click();
    assert.match(await broken.locator("#status").textContent(), /404/);
    await visitor.close();
  });

  test("a browser without workers is told", async () => {
    const visitor = await browser.newContext({ locale: "en-GB" });
    await visitor.addInitScript(() => delete globalThis.Worker);
    const bare = await visitor.newPage();
    await bare.goto(server.url);
    await bare.locator('#status[data-kind="error"]').waitFor();
    assert.match(await bare.locator("#status").textContent(), /Worker/);
    await visitor.close();
  });
});

describe("nothing leaves", () => {
  test("no request goes to another origin, and none at all after the start", async () => {
    const before = requests.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:"));
    assert.ok(before.every((url) => url.startsWith(server.url)), before.join("\n"));
    await analyse(page, ARTICLE);
    await page.locator('[data-example="economy.txt"]').click();
    await done(page);
    await page.locator("#interface-language").click();
    const later = requests.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:")).slice(before.length);
    assert.deepEqual(later, []);
  });

  test("after the start the page's own server is refused too", async () => {
    const outcomes = await page.evaluate(async () => {
      const tried = async (attempt) => {
        try {
          return await attempt();
        } catch (error) {
          return `refused: ${error.name}`;
        }
      };
      return {
        fetch: await tried(() => fetch("index.html").then(() => "loaded")),
        beacon: await tried(() => {
          return new Promise((resolve) => {
            document.addEventListener("securitypolicyviolation", () => resolve("refused: policy"), { once: true });
            navigator.sendBeacon("index.html", "x");
            setTimeout(() => resolve("sent"), 1000);
          });
        }),
        image: await tried(
          () =>
            new Promise((resolve) => {
              const image = new Image();
              image.onload = () => resolve("loaded");
              image.onerror = () => resolve("refused: error");
              image.src = "index.html?image";
            }),
        ),
        import: await tried(() => import("./strings.js?again").then(() => "loaded")),
        markup: await tried(() => ((document.createElement("script").text = "1"), "allowed")),
      };
    });
    for (const [name, outcome] of Object.entries(outcomes)) assert.match(outcome, /^refused/, `${name}: ${outcome}`);
  });

  test("the worker is bound by the same ban", async () => {
    // The page's worker is started from this very kind of address; one made in its likeness must be refused too.
    const worker = page.workers()[0];
    assert.match(worker.url(), /^blob:/);
    const outcome = await worker.evaluate(async (origin) => {
      const tried = async (attempt) => attempt().then(() => "loaded", (error) => `refused: ${error.name}`);
      return {
        own: await tried(() => fetch(`${origin}/some/where/index.html`)),
        other: await tried(() => fetch("http://127.0.0.2:9/")),
        script: await tried(async () => importScripts(`${origin}/some/where/strings.js`)),
      };
    }, server.origin);
    for (const [name, result] of Object.entries(outcome)) assert.match(result, /^refused/, `${name}: ${result}`);
    assert.ok(!requests.some((url) => url.includes("127.0.0.2")), "a request went out");
  });
});
