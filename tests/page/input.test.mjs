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
    await it.drop(["article.md", utf8(ARTICLE)]);
    await done(it.page);
    assert.equal(await it.shownText(), ARTICLE);
  });

  test("several files become tabs, in their order; each keeps its findings, and can be closed", async () => {
    await it.drop(["first.txt", utf8(ARTICLE)], ["broken.bin", Buffer.from([65, 0, 66])], ["second.txt", utf8("خبر ثان لا اسم فيه")]);
    await done(it.page);
    const names = () => it.page.locator(".document-name").allTextContents();
    assert.deepEqual(await names(), ["first.txt", "second.txt"]);
    assert.ok((await it.status()).includes("broken.bin"), "what could not be read is told beside");
    assert.equal(await it.mark('[data-type="PER"]').count(), 2);
    await it.page.locator(".document-name").nth(1).click();
    await done(it.page);
    assert.equal(await it.shownText(), "خبر ثان لا اسم فيه");
    await it.page.locator(".document-name").nth(0).click();
    assert.equal(await it.mark('[data-type="PER"]').count(), 2);
    await it.page.locator(".document-close").nth(0).click();
    assert.deepEqual(await names(), ["second.txt"]);
    assert.equal(await it.shownText(), "خبر ثان لا اسم فيه");
  });

  test("a saved web page is read as its article: title, paragraphs, date; nothing of it runs or loads", async () => {
    const page = `<!doctype html><html><head><title>صحيفة ما | وزير يصل</title><meta property="article:published_time" content="2023-06-15T09:30:00+03:00">
      <script>window.ran = true</script><style>p{color:red}</style></head><body><nav><a href="/">الرئيسية</a><a href="/x">رياضة</a></nav>
      <article><h1>وزير يصل إلى بغداد</h1><img src="https://example.invalid/a.png" onerror="window.ran = true"><p>قال <b>الوزير</b> اليوم<br>إن المحادثات
      انتهت.</p><ul><li>بند أول</li><li>بند ثان</li></ul><div>سطر <a href="/2020/01/01/x">مرتبط</a></div></article><footer>حقوق</footer></body></html>`;
    await it.drop(["page.html", utf8(page)]);
    await done(it.page);
    assert.equal(await it.shownText(), "وزير يصل إلى بغداد\n\nقال الوزير اليوم\nإن المحادثات انتهت.\n\n- بند أول\n- بند ثان\n\nسطر مرتبط");
    assert.equal(await it.page.evaluate(() => window.ran), undefined);
    assert.equal(await it.page.locator("#published").inputValue(), "2023-06-15");
    assert.ok((await it.page.locator("#published-note").textContent()).includes("الصفحة"));
    assert.ok(!it.requests.some((url) => url.includes("example.invalid")));
  });

  test("an old page in windows-1256 is read by its own word", async () => {
    const bytes = Buffer.concat([utf8('<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1256"><script>var a = "long english code here, more than the words of the page";</script></head><body><p>'), Buffer.from([0xe6, 0xd5, 0xe1]), utf8("</p></body></html>")]);
    await it.drop(["old.htm", bytes]);
    await done(it.page);
    assert.equal(await it.shownText(), "وصل");
    assert.ok((await it.status()).includes("windows-1256"));
  });

  test("Markdown loses its signs and keeps its words; its front matter gives title and date", async () => {
    await it.drop(["note.md", utf8("---\ntitle: عنوان الخبر\ndate: 2023-02-03\n---\n## فقرة\n\nقال **الوزير** إن [الاتفاق](https://example.invalid) _تم_ اليوم.\n\n- بند\n> اقتباس\n")]);
    await done(it.page);
    assert.equal(await it.shownText(), "عنوان الخبر\n\nفقرة\n\nقال الوزير إن الاتفاق تم اليوم.\n\n- بند\nاقتباس\n");
    assert.equal(await it.page.locator("#published").inputValue(), "2023-02-03");
  });

  test("an empty file is told by name", async () => {
    await it.drop(["empty.txt", utf8("  \n")]);
    await it.kindOfStatus("error");
    assert.match(await it.status(), /empty\.txt/);
  });

  test("files that are no text are refused by name, and what was typed stays", async () => {
    await it.page.locator("#article").fill("ما كتبته");
    for (const [name, bytes, words] of [
      ["report.pdf", utf8("%PDF-1.7 ..."), /report\.pdf.*PDF/],
      ["data.bin", Buffer.from([65, 0, 66]), /data\.bin.*بيانات ثنائية/],
      ["latin.txt", Buffer.from("La r\xe9union a d\xe9j\xe0 commenc\xe9.", "latin1"), /latin\.txt.*البايت 4/],
      ["mixed.txt", Buffer.from([0xd8, 0xae, 0xc8, 0x41, 0x42, 0x43, 0x20]), /mixed\.txt.*البايت 2/],
    ]) {
      await it.drop([name, bytes]);
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
      await it.drop([name, bytes]);
      await it.page.locator("#status", { hasText: name }).waitFor();
      assert.ok((await it.status()).includes(encoding));
      assert.equal(await it.shownText(), text);
    }
  });

  test("the byte where UTF-8 breaks is named, wherever it is", async () => {
    for (const at of [0, 1, 999, 4000]) {
      const bytes = Buffer.concat([Buffer.alloc(at, "a"), Buffer.from([0xff]), Buffer.alloc(5000, "b")]);
      await it.drop([`at-${at}.txt`, bytes]);
      await it.page.locator("#status", { hasText: `at-${at}.txt` }).waitFor();
      assert.match(await it.status(), new RegExp(`البايت ${at}\\.`));
    }
  });

  test("too large a text is refused, with the limit", async () => {
    await it.page.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(20_000_001).fill(97)], "big.txt"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    });
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
      if (!(await it.page.locator("#examples").isVisible())) await it.page.locator("#edit-text").click();
      await it.page.locator(`[data-example="${file}"]`).click();
      await done(it.page);
      assert.equal(await it.shownText(), readFileSync(new URL(`../../www/examples/${file}`, import.meta.url), "utf8"));
    }
    assert.match(await it.page.locator("#examples").textContent(), /متخيَّلة/);
  });

  test("an edited text is said to be newer than its findings", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator("#edit-text").click();
    await it.page.locator("#article").press("End");
    await it.page.keyboard.type("!");
    assert.match(await it.status(), /تغيّر النص/);
  });
});

describe("pasting", () => {
  const PIECE = '<meta charset="utf-8"><h1>عنوان</h1><time datetime="2024-02-01T08:00">منذ ساعتين</time><p>قال الوزير&nbsp;اليوم.</p><p>وانتهى <em>الخبر</em>.</p><img src="https://example.invalid/x.png">';

  test("from a web page: paragraphs, title, date; the box's own undo takes it back", async () => {
    await it.page.locator("#article").focus();
    await it.paste({ "text/html": PIECE, "text/plain": "عنوان منذ ساعتين قال الوزير اليوم. وانتهى الخبر." });
    assert.equal(await it.page.locator("#article").inputValue(), "عنوان\n\nمنذ ساعتين\n\nقال الوزير\u00a0اليوم.\n\nوانتهى الخبر.");
    assert.ok((await it.status()).includes("2024-02-01"));
    await it.page.locator("#analyse").click();
    await done(it.page);
    assert.equal(await it.page.locator("#published").inputValue(), "2024-02-01");
    assert.ok(!it.requests.some((url) => url.includes("example.invalid")));
    await it.page.locator("#edit-text").click();
    await it.page.locator("#article").focus();
    await it.page.keyboard.press("Control+z");
    assert.equal(await it.page.locator("#article").inputValue(), "");
  });

  test("the text's own date counts more than the page's", async () => {
    await it.page.locator("#article").focus();
    await it.paste({ "text/html": `<time datetime="2020-02-01"></time>${ARTICLE.split("\n").map((line) => `<p>${line}</p>`).join("")}`, "text/plain": "x" });
    await it.page.locator("#analyse").click();
    await done(it.page);
    assert.equal(await it.page.locator("#published").inputValue(), "2024-03-12");
  });

  test("outside the box it is another article, and the first stays in its tab", async () => {
    await analyse(it.page, ARTICLE);
    await it.page.locator("#tab-names").focus();
    await it.paste({ "text/plain": "خبر آخر من الحافظة" });
    await it.page.waitForFunction(() => document.querySelector("#result").textContent === "خبر آخر من الحافظة");
    assert.equal(await it.page.locator(".document").count(), 2);
    await it.page.locator(".document-name").first().click();
    assert.equal(await it.shownText(), ARTICLE);
  });

  test("a very long paste does not stop the page: its beginning is shown, all of it is analysed", async () => {
    await it.page.locator("#article").focus();
    const text = "سطر من نص طويل جدا\n".repeat(20_000);
    const began = Date.now();
    await it.paste({ "text/plain": text });
    await done(it.page);
    assert.ok(Date.now() - began < 10_000, `${Date.now() - began} ms`);
    assert.ok((await it.page.locator("#article").inputValue()).length < 10_000);
    assert.equal((await it.shownText()).length, text.length);
    await it.page.locator("#edit-text").click();
    assert.ok((await it.page.locator("#large-note").textContent()).includes("0.4"));
  });
});

describe("nothing is lost", () => {
  test("what was typed is there after a reload, in every tab, and gone with the tab of the browser", async () => {
    await it.page.locator("#article").fill("نص كتبته ولم أحلله");
    await it.page.waitForTimeout(600);
    await it.drop(["file.txt", utf8(ARTICLE)]);
    await done(it.page);
    await it.page.reload();
    await done(it.page);
    assert.deepEqual(await it.page.locator(".document-name").allTextContents(), ["نص كتبته ولم أحلله", "file.txt"]);
    assert.equal(await it.shownText(), ARTICLE);
    const other = await it.context.newPage();
    await other.goto(it.server.url);
    await other.locator("body[data-ready]").waitFor();
    assert.equal(await other.locator("#article").inputValue(), "");
    assert.ok((await other.locator("#kept").textContent()).includes("وينساه عند إغلاقه"), "and that is told");
  });

  test("a text that the browser has no room for is told", async () => {
    await it.page.evaluate(() => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }));
    await it.page.locator("#article").fill("نص");
    await it.page.locator("#status", { hasText: "أكبر من أن يحفظه" }).waitFor();
  });

  test("an emptied box leaves nothing stored", async () => {
    await it.page.locator("#article").fill("نص");
    await it.page.waitForFunction(() => sessionStorage.length === 1);
    await it.page.locator("#article").fill("");
    await it.page.waitForFunction(() => sessionStorage.length === 0);
  });
});
