// `npm run screenshot`: draws docs/screenshot.png, the picture in the README, from a Parley of its own.
import { join } from "node:path";
import { kept, replyText } from "../e2e/support/agent.ts";
import { openBrowser } from "../e2e/support/browser.ts";
import { removeFolder, startParley } from "../e2e/support/parley.ts";
import { openWorkbench } from "../e2e/support/workbench.ts";
import { ensureBuilt, ROOT } from "./prepare.mjs";
import { ensureSystemPackages } from "./system-packages.mjs";

const FILE = join(ROOT, "docs/screenshot.png");
const WINDOW = { width: 1360, height: 850 };

ensureBuilt();
ensureSystemPackages();
const parley = await startParley();
const browser = await openBrowser();
const page = await openWorkbench(browser, parley.url, { as: "Jonas Weber", ...WINDOW });
await page.locator(".inbox-row", { hasText: "Grit Möller" }).dblclick();
await replyText(page).click();
await page.keyboard.type("Guten Tag Grit Möller,");
await page.keyboard.press("Enter");
await page.keyboard.press("Enter");
await page.keyboard.type("das klären wir gern. Wie lautet Ihre Telefonnummer, damit wir Sie anrufen können?");
await kept(page);
await page.locator(".reply__count").first().waitFor();
await page.keyboard.press("Control+.");
await page.locator(".finding-card").first().waitFor();
await page.screenshot({ path: FILE });
await browser.close();
await parley.stop();
await removeFolder(parley.data);
process.stdout.write(`${FILE}\n`);
