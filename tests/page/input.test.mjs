// How texts come in.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { ARTICLE, analyse, done } from "./harness.mjs";
import { visit, utf8 } from "./visit.mjs";

const it = visit();

describe("files and examples", () => {
  test("a file that is opened is analysed from its own text, CRLF and all", async () => {
    const text = ARTICLE.replaceAll("\n", "\r\n");
    await it.page.locator("#file").setInputFiles({ name: "article.txt", mimeType: "text/plain", buffer: utf8(text) });
    await done(it.page);
    assert.equal(await it.shownText(), text);
    assert.equal(await it.mark('[data-entity="e2"]').count(), 3);
  });

  test("a file that is dropped is analysed", async () => {
    await it.drop("article.md", utf8(ARTICLE));
    await done(it.page);
    assert.equal(await it.shownText(), ARTICLE);
  });

  test("files that are no text are refused by name, and what was typed stays", async () => {
    await it.page.locator("#article").fill("ما كتبته");
    for (const [name, bytes, words] of [
      ["report.pdf", utf8("%PDF-1.7 ..."), /report\.pdf.*PDF/],
      ["data.bin", Buffer.from([65, 0, 66]), /data\.bin.*بيانات ثنائية/],
      ["latin.txt", Buffer.from("La r\xe9union a d\xe9j\xe0 commenc\xe9.", "latin1"), /latin\.txt.*البايت 4/],
      ["mixed.txt", Buffer.from([0xd8, 0xae, 0xc8, 0x41, 0x42, 0x43, 0x20]), /mixed\.txt.*البايت 2/],
    ]) {
      await it.drop(name, bytes);
      await it.page.locator("#status", { hasText: name }).waitFor();
      assert.match(await it.status(), words);
      assert.equal(await it.page.locator("#status").getAttribute("data-kind"), "error");
      assert.equal(await it.page.locator("#article").inputValue(), "ما كتبته");
    }
  });

  test("UTF-16 and windows-1256 are read, and said", async () => {
    const text = "وصل الوزير إلى بغداد";
    const windows = Buffer.from([0xe6, 0xd5, 0xe1, 0x20, 0xc7, 0xe1, 0xe6, 0xd2, 0xed, 0xd1, 0x20, 0xc5, 0xe1, 0xec, 0x20, 0xc8, 0xdb, 0xcf, 0xc7, 0xcf]);
    for (const [name, bytes, encoding] of [
      ["wide.txt", Buffer.from(`\ufeff${text}`, "utf16le"), "utf-16le"],
      ["old.txt", windows, "windows-1256"],
    ]) {
      await it.drop(name, bytes);
      await it.page.locator("#status", { hasText: name }).waitFor();
      assert.ok((await it.status()).includes(encoding));
      assert.equal(await it.shownText(), text);
    }
  });

  test("the byte where UTF-8 breaks is named, wherever it is", async () => {
    for (const at of [0, 1, 999, 4000]) {
      const bytes = Buffer.concat([Buffer.alloc(at, "a"), Buffer.from([0xff]), Buffer.alloc(5000, "b")]);
      await it.drop(`at-${at}.txt`, bytes);
      await it.page.locator("#status", { hasText: `at-${at}.txt` }).waitFor();
      assert.match(await it.status(), new RegExp(`البايت ${at}\\.`));
    }
  });

  test("too large a text is refused, with the limit", async () => {
    await it.page.locator("#file").setInputFiles({ name: "big.txt", mimeType: "text/plain", buffer: Buffer.alloc(20_000_001, "a") });
    await it.kindOfStatus("error");
    assert.match(await it.status(), /20/);
  });

  test("no text: a clear word", async () => {
    await it.page.locator("#article").fill(" \n\t ");
    await it.page.locator("#analyse").click();
    await it.kindOfStatus("error");
    assert.match(await it.status(), /لا نص/);
    assert.equal(await it.page.locator("#report").isVisible(), false);
  });

  test("each example loads and is analysed as written", async () => {
    for (const file of ["diplomacy.txt", "economy.txt", "english.txt"]) {
      await it.page.locator(`[data-example="${file}"]`).click();
      await done(it.page);
      assert.equal(await it.shownText(), readFileSync(new URL(`../../www/examples/${file}`, import.meta.url), "utf8"));
    }
    assert.match(await it.page.locator("#examples").textContent(), /متخيَّلة/);
  });

  test("an edited text is said to be newer than its findings", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator("#article").press("End");
    await it.page.keyboard.type("!");
    assert.match(await it.status(), /تغيّر النص/);
  });
});
