// The sentences of the scripts, which run before anything is installed: the same files as the product's.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const LOCALES = fileURLToPath(new URL("../locales", import.meta.url));
const wanted = (process.env.LC_ALL || process.env.LANG || "en").replace("_", "-").split(".")[0];
const file = (tag) => join(LOCALES, tag, "cli.json");
const tag = [wanted, wanted.split("-")[0]].find((one) => existsSync(file(one))) ?? "en";
const read = (one) => JSON.parse(readFileSync(file(one), "utf8"));
const words = { ...read("en"), ...read(tag) };

/** The sentence for a code of `cli.json`, in the terminal's language, else in English. */
export function sentence(code, details = {}) {
  return (words[code] ?? code).replace(/\{\{(\w+)\}\}/g, (_, name) => String(details[name] ?? ""));
}

/** Tell whoever waits at the terminal. On stderr, so that a command's output stays its own. */
export function tell(code, details) {
  process.stderr.write(`${sentence(code, details)}\n`);
}
