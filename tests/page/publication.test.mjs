// The day of publication.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { ARTICLE, analyse } from "./harness.mjs";
import { visit } from "./visit.mjs";

const it = visit();

describe("the publication date", () => {
  const note = () => it.page.locator("#published-note").textContent();

  test("is shown with its evidence, and changing it changes what hangs on it", async () => {
    await analyse(it.page, ARTICLE);
    assert.equal(await it.page.locator("#published").inputValue(), "2024-03-12");
    assert.ok((await note()).includes("12 آذار 2024"));
    await it.page.locator("#published-note button").click();
    assert.deepEqual(await it.page.evaluate(() => [...CSS.highlights.get("khabar-evidence")].map(String)), ["12 آذار 2024"]);
    await it.page.locator("#published").fill("2024-05-01");
    await it.page.locator('mark[data-value="2024-05-01"]').waitFor();
    assert.equal(await it.mark('[data-value="2024-05-01"]').textContent(), "اليوم");
    await it.page.locator("#published-note button").click(); // back to the text's own
    await it.page.locator('mark[data-value="2024-05-01"]').waitFor({ state: "detached" });
    assert.equal(await it.page.locator("#published").inputValue(), "2024-03-12");
  });

  test("is asked for when the text has none, and is not carried over to another article", async () => {
    await analyse(it.page, "خبر بلا تاريخ\nقال المسؤول إن الاجتماع انتهى.");
    assert.ok((await note()).includes("أدخله"));
    await it.page.locator("#published").fill("2023-02-03");
    await it.page.locator("#published").dispatchEvent("change");
    await it.page.locator("#published-note", { hasText: "أدخلته أنت" }).waitFor();
    await it.page.locator("#edit-text").click();
    await it.page.locator("#article").fill("نص آخر تماما عن أمر مختلف كل الاختلاف\nلا علاقة له بما سبق.");
    await it.page.locator("#analyse").click();
    await it.page.locator("#published-note", { hasText: "لا يذكر النص" }).waitFor();
    assert.equal(await it.page.locator("#published").inputValue(), "");
    assert.ok((await it.status()).includes("نص جديد"));
  });

  test("entered before the article is pasted, it counts", async () => {
    await it.page.locator("#published").fill("2023-02-03");
    await analyse(it.page, "خبر بلا تاريخ\nقال المسؤول إن الاجتماع انتهى.");
    assert.equal(await it.page.locator("#published").inputValue(), "2023-02-03");
  });
});
