import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { openBrowser } from "./support/browser.ts";
import { cutWords, faultsIn, type Look, openWorkbench } from "./support/workbench.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

let page: Page;
const url = inject("parleyUrl");
const open = async (look?: Look) => {
  page = await openWorkbench(browser, url, look);
};
afterEach(() => page.context().close());

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const tabs = () => page.locator(".tab__face").allInnerTexts();
/** Run a command by its English name, which is found in every language. */
const run = async (name: string) => {
  await press("F1");
  await page.keyboard.type(name);
  await page.locator("[role=option]").first().waitFor();
  await press("Enter");
};
const openSettings = () => press("Control+,");

describe("every view of the frame, without a fault that axe finds", () => {
  const views: Readonly<Record<string, () => Promise<void>>> = {
    settings: openSettings,
    shortcuts: () => press("Control+k", "Control+s"),
    "accessibility help": () => press("Alt+F1"),
    palette: async () => {
      await press("F1");
      await page.locator("[role=option]").first().waitFor();
    },
    "context menu": async () => {
      await openSettings();
      await page.locator(".tab [role=tab]").first().click({ button: "right" });
      await page.locator("[role=menuitem]").first().waitFor();
    },
    account: async () => {
      await run("account: account");
      await page.locator(".tokens__none, .tokens").waitFor();
      await page.locator(".account__part button", { hasText: /…$/ }).last().click();
      await page.locator(".new-token").waitFor();
    },
    people: async () => {
      await run("people and roles");
      await page.locator(".people__table tbody tr").first().waitFor();
    },
    notifications: async () => {
      await run("show notifications");
    },
  };
  const looks: readonly Look[] = [{ language: "en" }, { theme: "dark", language: "ar" }];
  test.each(looks)("%o", async (look) => {
    await open(look);
    const found: Record<string, string[]> = {};
    for (const [name, show] of Object.entries(views)) {
      await show();
      await page.waitForTimeout(250);
      found[name] = await faultsIn(page, look);
      await press("Escape");
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(views).map((name) => [name, []])));
  });
});

describe("words", () => {
  test("fit when they are longer and in brackets, and none stands in the code", async () => {
    await open({ language: "en-XA", width: 1024, height: 700 });
    await press("Control+k", "Control+s");
    await page.locator("table.shortcuts").waitFor();
    const bare = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        const shown =
          parent?.checkVisibility() &&
          !parent.closest("kbd, code, bdi, script, style, [data-view], .status-bar");
        if (shown && /\p{L}{2}/u.test(node.textContent ?? "") && !/[[\]]/.test(node.textContent ?? ""))
          found.push(node.textContent ?? "");
      }
      return found;
    });
    expect([bare, await cutWords(page)]).toEqual([[], []]);
  });

  test("right-to-left mirrors the window", async () => {
    await open();
    const left = await page.locator(".activity-bar").boundingBox();
    await page.context().close();
    await open({ language: "ar-XB" });
    const right = await page.locator(".activity-bar").boundingBox();
    expect([right?.x, right?.width]).toEqual([1280 - (left?.x ?? 0) - (left?.width ?? 0), left?.width]);
  });

  test("change with the language, and so do `lang` and `dir`", async () => {
    await open();
    await press("F1");
    await page.keyboard.type("display language");
    await press("Enter");
    await page.getByRole("option", { name: "العربية" }).click();
    await page.locator('html[lang="ar"]').waitFor();
    expect([
      await page.locator("html").getAttribute("dir"),
      await page.getByRole("button", { name: "الإعدادات" }).first().isVisible(),
    ]).toEqual(["rtl", true]);
  });
});

test("nothing scrolls sideways at 320 pixels", async () => {
  await open({ width: 320, height: 640 });
  const wide: string[] = [];
  for (const keys of [["Control+,"], ["Control+k", "Control+s"], ["Alt+F1"]]) {
    await press(...keys);
    await page.waitForTimeout(250);
    const widths = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll(".editor-pane")]
        .filter((element) => element.checkVisibility() && element.scrollWidth > element.clientWidth + 1)
        .map((element) => `${element.className} ${element.scrollWidth}`),
    );
    wide.push(...widths);
  }
  expect(wide).toEqual([]);
});

describe("tabs", () => {
  test("a preview gives way, a kept one stays, Delete closes, and closing gives the keyboard on", async () => {
    await open();
    await press("Alt+F1");
    await openSettings();
    expect(await tabs()).toEqual(expect.arrayContaining([expect.stringContaining("Settings")]));
    const before = (await tabs()).length;
    await page.locator('.tab[data-selected="true"] [role=tab]').focus();
    await press("Delete");
    await expect.poll(async () => (await tabs()).length).toBe(before - 1);
    expect(await page.evaluate(() => document.activeElement?.closest("[data-editor]") !== null)).toBe(true);
  });

  test("split, move and close by key, also while a field has the keyboard", async () => {
    await open();
    await openSettings();
    await press("Control+\\");
    expect(await page.locator(".editor-group").count()).toBe(2);
    await page.getByRole("searchbox").last().focus();
    await press("Control+k", "w");
    await expect.poll(() => page.locator(".editor-group").count()).toBe(1);
  });

  test("come back after a reload, at the address of the one in front", async () => {
    await open();
    await openSettings();
    await expect.poll(() => new URL(page.url()).pathname).toBe("/settings");
    await page.reload();
    await page.locator(".workbench").waitFor();
    expect(await page.locator('.tab[data-selected="true"]').textContent()).toContain("Settings");
  });
});

describe("keys", () => {
  test("a chord waits aloud for its second half, and an unknown one says so", async () => {
    await open();
    await press("Control+k");
    const waiting = await page.locator(".status-bar").textContent();
    await press("q");
    const unknown = await page.locator(".status-bar").textContent();
    expect([waiting, unknown]).toEqual([
      expect.stringContaining("Waiting for the second key"),
      expect.stringContaining("is not a command"),
    ]);
  });

  test("F6 goes around the parts of the window", async () => {
    await open();
    await openSettings();
    const seen: (string | undefined)[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      await press("F6");
      seen.push(
        await page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-part]")?.dataset.part),
      );
    }
    expect([...new Set(seen)]).toEqual(
      expect.arrayContaining(["statusBar", "titleBar", "activityBar", "editor"]),
    );
  });

  test("can be changed, work at once, and can be put back", async () => {
    await open();
    await press("Control+k", "Control+s");
    await page.getByRole("button", { name: /Change the keys of .*Colour Theme/ }).click();
    await press("F9", "Enter");
    await press("F9");
    await page.getByRole("dialog", { name: "Colour theme" }).waitFor();
    await press("Escape");
    await page.getByRole("button", { name: /Put back the keys of .*Colour Theme/ }).click();
    await press("Control+k", "Control+t");
    await page.getByRole("dialog", { name: "Colour theme" }).waitFor();
  });

  test("the theme is shown while one moves over the list, and Escape brings the old one back", async () => {
    await open();
    const theme = () => page.locator("html").getAttribute("data-theme");
    await press("Control+k", "Control+t");
    await page.getByRole("option").first().waitFor();
    await press("ArrowDown", "ArrowDown");
    const shown = await theme();
    await press("Escape");
    expect([shown, await theme()]).toEqual(["dark", "light"]);
  });
});
