import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";

const themes = ["light", "dark", "contrast-light", "contrast-dark"] as const;

/** How a window is to look. */
export interface Look {
  /** The demo member who signs in; left out, the first. */
  readonly as?: string;
  readonly theme?: (typeof themes)[number];
  readonly language?: string;
  readonly width?: number;
  readonly height?: number;
}

/** Open the workbench as a demo member, with settings of one's own. Close the context, not only the page. */
export async function openWorkbench(browser: Browser, url: string, look: Look = {}): Promise<Page> {
  const { theme = "light", language = "en", width = 1280, height = 800 } = look;
  const context = await browser.newContext({ viewport: { width, height }, locale: "en-US" });
  await signIn(context, url, look.as);
  await context.addInitScript(
    (settings) =>
      localStorage.setItem("parley.settings", localStorage.getItem("parley.settings") ?? settings),
    JSON.stringify({ "workbench.theme": theme, "workbench.language": language }),
  );
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(".workbench").waitFor();
  return page;
}

async function signIn(context: BrowserContext, url: string, name?: string): Promise<void> {
  const state = await (await context.request.get(`${url}/auth/state`)).json();
  const members = state.demoMembers as { id: string; name: string }[];
  const member = name ? members.find((one) => one.name === name) : members[0];
  const answer = await context.request.post(`${url}/auth/demo`, {
    data: { memberId: member?.id },
    headers: { origin: url },
  });
  if (!answer.ok()) throw new Error(`signing in as ${member?.id}: ${answer.status()} ${await answer.text()}`);
}

/** What axe finds wrong with what is on screen, a line each; of all its rules, or of those named. */
export async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe.source);
  // Describing everything that is right costs four times what finding the faults does.
  const { violations } = await page.evaluate(
    (runOnly) =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ["violations"],
        ...(runOnly && { runOnly: { type: "rule" as const, values: runOnly } }),
      }),
    rules,
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

/** The rules of axe that look at colours: themes differ in nothing else. */
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong with what is on screen, a line each: in English in each of the themes, else in the one that is shown. */
export async function faultsIn(page: Page, { language = "en" }: Look): Promise<string[]> {
  if (language !== "en") return faultsOf(page);
  const root = page.locator("html");
  const before = await root.getAttribute("data-theme");
  const show = (theme: string | null) =>
    root.evaluate(async (html, shown) => {
      html.setAttribute("data-theme", shown ?? "");
      // Half-way from one colour to another nothing can be said of its contrast.
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
      await Promise.allSettled(ending.map(({ finished }) => finished));
    }, theme);
  const found = await faultsOf(page);
  for (const theme of themes.filter((one) => one !== before)) {
    await show(theme);
    found.push(...(await faultsOf(page, OF_COLOURS)).map((fault) => `${theme}: ${fault}`));
  }
  await show(before);
  return found;
}

/** Elements whose words do not fit and that no one can scroll, a line each. */
export function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, a, label, th, td, p, h1, h2, h3, dt, dd")]
      .filter((element) => element.checkVisibility() && !element.closest(".unseen, .skip-links, [inert]"))
      .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter((element) => !["hidden", "clip"].includes(getComputedStyle(element).overflowX))
      .map((element) => `${element.className || element.tagName}: ${element.textContent?.slice(0, 60)}`),
  );
}
