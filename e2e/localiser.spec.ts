import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { newCustomer, openConversation, replyText, typeReply } from "./support/agent.ts";
import { openBrowser } from "./support/browser.ts";
import {
  acceptWarning,
  beginTemplate,
  chooseTerm,
  openCell,
  openGlossary,
  openLocalisation,
  openTable,
  partText,
  pillsOf,
  publishNow,
  step,
  wordLine,
  writeAtEnd,
} from "./support/localiser.ts";
import { cutWords, faultsIn, faultsOf, type Look, openWorkbench } from "./support/workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const url = inject("parleyUrl");
const pages: Page[] = [];
const open = async (as: string, look: Look = {}) => {
  const page = await openWorkbench(browser, url, { as, ...look });
  pages.push(page);
  return page;
};
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});

describe("a localiser's whole job", () => {
  test("change a German text, mend what a check finds, have it approved and published, and hold it against a new source", async () => {
    const lena = await open("Lena Fischer");
    await openTable(lena);
    await openCell(lena, "closing", "de");
    const before = await partText(lena, 1);
    await writeAtEnd(lena, 1, " Bis bald, {$custmerName}!");
    await lena.locator(".cm-lintRange-error").first().waitFor();
    await lena.reload();
    await lena.locator(".cm-lintRange-error").first().waitFor();
    const kept = await partText(lena, 1);

    await lena.locator(".block__editor .cm-content").first().click();
    await lena.keyboard.press("F8");
    await lena.keyboard.press("Control+.");
    await lena.locator(".finding-card__remedy").first().click();
    await lena.locator(".cm-lintRange-error").first().waitFor({ state: "detached" });
    const mended = await partText(lena, 1);
    await step(lena, "Submit for review");
    await lena.locator(".pill--in-review").waitFor();
    const own = await lena.locator(".life__own").count();

    const ruth = await open("Ruth Okafor");
    await openLocalisation(ruth);
    await ruth.locator(".task-row", { hasText: "Review it" }).first().click();
    await ruth.locator(".pill--in-review").waitFor();
    await step(ruth, "Approve");
    await ruth.locator(".variant-news__one--error", { hasText: "accepted with a reason" }).waitFor();
    await acceptWarning(ruth, "Regulars like to be greeted by name.");
    await step(ruth, "Approve");
    await ruth.locator(".pill--approved").waitFor();
    await publishNow(ruth);

    const jonas = await open("Jonas Weber");
    await openConversation(jonas, newCustomer("Danke, alles hat sich geklärt!"));
    await typeReply(jonas, "/closing");
    await jonas.locator(".cm-tooltip-autocomplete li").first().waitFor();
    await jonas.keyboard.press("Enter");
    await jonas.waitForFunction(() =>
      document.querySelector(".reply .cm-content")?.textContent?.includes("Bis bald"),
    );
    const found = (await replyText(jonas).textContent()) ?? "";

    const sam = await open("Sam Doyle");
    await openTable(sam);
    await openCell(sam, "closing", "en");
    await writeAtEnd(sam, 1, " We were glad to help.");
    await step(sam, "Submit for review");
    await sam.locator(".life__own").waitFor();
    await ruth.locator(".task-row", { hasText: "Review it" }).first().click();
    await ruth.locator(".variant-head__language", { hasText: "English" }).waitFor();
    await step(ruth, "Approve");
    await ruth.locator(".pill--approved").waitFor();
    await publishNow(ruth);

    await lena.locator(".pill--stale-wording").waitFor();
    const moved = await lena.locator(".variant-news__one--warning").count();
    await step(lena, "Still right");
    await lena.locator(".pill--stale-wording").waitFor({ state: "detached" });

    expect([kept, mended, own, /Bis bald/.test(found), moved, await pillsOf(lena)]).toEqual([
      `${before} Bis bald, {$custmerName}!`,
      `${before} Bis bald, {$customerName}!`,
      1,
      true,
      1,
      ["Revision 2: live"],
    ]);
  });
});

describe("a new template", () => {
  test("begun, written, talked about, published for a time; left out elsewhere; its contract weighed before it changes", async () => {
    const lena = await open("Lena Fischer");
    const key = `snow-${Date.now().toString(36)}`;
    await beginTemplate(lena, key, "Snow on the line");
    await writeAtEnd(lena, 1, "Snow keeps your train {$snowDays :integer} days longer.");
    await step(lena, "Submit for review");
    await lena.locator(".pill--in-review").waitFor();

    const ruth = await open("Ruth Okafor");
    await openLocalisation(ruth);
    await ruth.locator(".task-row", { hasText: "Snow on the line" }).first().click();
    await ruth.getByRole("tab", { name: "Comments" }).click();
    await ruth.locator(".comments__write textarea").fill("Only until spring, please.");
    await ruth.locator(".comments__write .button").click();
    await ruth.locator(".comment__body", { hasText: "until spring" }).waitFor();
    await step(ruth, "Approve");
    await ruth.locator(".pill--approved").waitFor();
    await step(ruth, "Publish for a time");
    await ruth.locator(".life__form input").nth(1).fill("2099-03-01T00:00");
    await ruth.locator(".life__form .button--primary").click();
    await ruth.locator(".pill--live").waitFor();
    await ruth.getByRole("tab", { name: "History" }).click();
    const window = await ruth.locator(".history", { hasText: "2099" }).count();

    await lena.getByRole("tab", { name: "Comments" }).click();
    await lena.locator(".comment .button", { hasText: "Dealt with" }).click();
    await lena.locator('.comment[data-resolved="true"]').waitFor();
    await lena.keyboard.press("Control+k");
    await lena.keyboard.press("w");
    await lena.locator(".variant").waitFor({ state: "detached" });
    await openTable(lena);
    await openCell(lena, key, "fr");
    await step(lena, "Leave out on purpose");
    await lena.locator("dialog textarea").fill("No snow there");
    await lena.locator("dialog .button--primary").click();
    await lena.locator(".pill--retired").waitFor();

    await openTable(lena);
    await lena.locator(".grid__change", { hasText: key }).click();
    await lena.getByRole("button", { name: /Remove .*snowDays/ }).click();
    await lena.locator('.consequences[data-grave="true"]').waitFor();
    const texts = await lena.locator(".consequences__texts > li").count();
    const faults = await faultsOf(lena);
    await lena.getByRole("button", { name: "Drop changes" }).click();
    await lena.locator(".variable-card", { hasText: "snowDays" }).waitFor();
    expect([window, texts, faults, await ruth.locator(".grid__change").count()]).toEqual([1, 1, [], 0]);
  });
});

describe("the glossary", () => {
  test("a term is added, underlined in every source, changed by two at once without loss, and removed", async () => {
    const lena = await open("Lena Fischer");
    await openGlossary(lena);
    await lena.locator(".glossary__filters .button", { hasText: "Add a term" }).click();
    await lena.keyboard.type("order");
    await wordLine(lena, "Say: German").fill("Bestellung, Auftrag");
    await lena.reload();
    await lena.locator(".term-row__changed").click();
    await wordLine(lena, "Never say: German").fill("Order");
    await lena.keyboard.press("Control+s");
    await lena.locator(".term__changed").waitFor();

    await openTable(lena);
    await openCell(lena, "delay", "de");
    const underlined = await lena
      .locator(".message__term", { hasText: "order" })
      .first()
      .getAttribute("title");

    const sam = await open("Sam Doyle");
    await openGlossary(sam);
    await chooseTerm(sam, "order");
    await wordLine(sam, "Say: German").fill("Auftrag");
    await openGlossary(lena);
    await wordLine(lena, "Say: German").fill("Bestellung");
    await lena.locator(".term__note").fill("What a customer has bought.");
    await lena.keyboard.press("Control+s");
    await sam.locator(".edit-conflict").waitFor();
    const clash = await sam.locator(".edit-conflict__parts tbody tr").allInnerTexts();
    await sam.locator(".edit-conflict .button--primary").click();
    await sam.keyboard.press("Control+s");
    await sam.locator(".term-row__changed").waitFor({ state: "detached" });
    await lena.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[aria-label="Say: German"]')?.value === "Auftrag",
    );
    const note = await sam.locator(".term__note").inputValue();

    await sam.locator(".term__buttons .button--danger").click();
    await sam.locator("dialog .button--danger, dialog .button--primary").last().click();
    await lena.locator(".term").waitFor({ state: "detached" });
    expect([underlined, clash.map((line) => line.replaceAll(/\s+/g, " ")), note]).toEqual([
      "Bestellung · Auftrag",
      ["Say: German Bestellung Auftrag"],
      "What a customer has bought.",
    ]);
  });

  test("those who approve and do not write read it", async () => {
    const lena = await open("Lena Fischer");
    await openGlossary(lena);
    await lena.locator(".glossary__filters .button").click();
    await lena.keyboard.type("Nordwind");
    await lena.locator(".term__keep > input").check();
    await lena.keyboard.press("Control+s");
    await lena.locator(".term__changed").waitFor();
    const ruth = await open("Ruth Okafor");
    await openGlossary(ruth);
    await chooseTerm(ruth, "Nordwind");
    const [fields, readOnly, buttons] = await Promise.all([
      ruth.locator(".term .field").count(),
      ruth.locator(".term .field:read-only").count(),
      ruth.locator(".glossary .button").count(),
    ]);
    expect([fields > 2, fields - readOnly, buttons]).toEqual([true, 0, 0]);
  });
});

describe("the localiser's screens", () => {
  test.each([
    { language: "en" },
    { language: "de" },
    { language: "pt-BR" },
    { theme: "dark", language: "ar" },
  ] as const)("are clean for axe and cut no words: $language", async (look) => {
    const page = await open("Lena Fischer", look);
    await openTable(page);
    const table = await faultsIn(page, look);
    await openCell(page, "delay", "de");
    await page.locator(".preview").first().waitFor();
    const faults = [...table, ...(await faultsIn(page, look))];
    const cut = await cutWords(page);
    await openGlossary(page);
    await page.locator(".glossary__filters .button").click();
    await page.locator(".term__languages").waitFor();
    faults.push(...(await faultsIn(page, look)));
    cut.push(...(await cutWords(page)));
    expect([
      faults,
      cut.filter((line) =>
        /^(variant|block|preview|inspector|details|life|cell|grid|glossary|term|button)/.test(line),
      ),
    ]).toEqual([[], []]);
  });

  test("the table is walked and opened with the keyboard alone", async () => {
    const page = await open("Lena Fischer");
    await openTable(page);
    await page.locator('.cell__button[tabindex="0"]').focus();
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
    const at = await page.evaluate(() => (document.activeElement as HTMLElement).dataset);
    await page.keyboard.press("Enter");
    await page.locator(".variant").waitFor();
    expect([at.row, at.column]).toEqual(["2", "2"]);
  });
});
