import { po } from "gettext-parser";
import {
  type ExchangeFile,
  type ExchangeProblem,
  type ExchangeUnit,
  MAX_FILE_LENGTH,
  problem,
  type ReadResult,
  unread,
} from "./unit.ts";
import { factsOf, unitFrom } from "./unit-facts.ts";

type Entry = Parameters<typeof po.compile>[0]["translations"][string][string];

/** Lines of facts in an entry's extracted comment. */
const FACT = /^parley-(head|keys|revision|state|limit): (.*)$/gmu;

/** Write a PO catalogue: an entry for each form under its own context, so that forms never share a plural. */
export function writePo({ sourceLocale, targetLocale, units }: ExchangeFile): string {
  const translations: Record<string, Record<string, Entry>> = { "": { "": { msgid: "", msgstr: [""] } } };
  for (const unit of units) translations[unit.id] = { [unit.source]: entryOf(unit) };
  const headers = {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
    "MIME-Version": "1.0",
    Language: targetLocale.replace("-", "_"),
    "X-Source-Language": sourceLocale,
  };
  return `${po.compile({ charset: "utf-8", headers, translations }, { foldLength: 0 }).toString().trimEnd()}\n`;
}

function entryOf(unit: ExchangeUnit): Entry {
  const { note, head, ...facts } = factsOf(unit);
  // A comment is one line for each fact.
  const lines = Object.entries({ ...facts, head: head && JSON.stringify(head) });
  const extracted = [
    ...(note === "" ? [] : note.split("\n")),
    ...lines.flatMap(([name, value]) => (value === "" ? [] : [`parley-${name}: ${value}`])),
  ];
  const unsure = unit.state === "initial" && unit.target !== null;
  return {
    msgctxt: unit.id,
    msgid: unit.source,
    msgstr: [unit.target ?? ""],
    comments: { extracted: extracted.join("\n"), ...(unsure ? { flag: "fuzzy" } : {}) },
  };
}

/** Read a PO catalogue that was written here. Obsolete entries are passed over. */
export function readPo(text: string): ReadResult<ExchangeFile> {
  if (text.length > MAX_FILE_LENGTH) return unread(problem("file-too-long"));
  const broken = brokenLines(text);
  if (broken.length > 0) return unread(...broken);
  const { headers, translations } = po.parse(text);
  const header = (name: string) => headers[name] ?? headers[name.toLowerCase()] ?? "";
  const entries = Object.values(translations).flatMap((byId) => Object.values(byId));
  const read = entries.filter(({ msgctxt, msgid }) => msgctxt !== undefined || msgid !== "").map(readEntry);
  const targetLocale = header("Language").replace("_", "-");
  if (targetLocale === "") return unread(problem("po-no-language"));
  return {
    value: {
      sourceLocale: header("X-Source-Language"),
      targetLocale,
      units: read.flatMap(({ unit }) => (unit ? [unit] : [])),
    },
    problems: read.flatMap(({ found }) => (found ? [found] : [])),
  };
}

function readEntry(entry: Entry): {
  readonly unit: ExchangeUnit | null;
  readonly found: ExchangeProblem | null;
} {
  const id = entry.msgctxt ?? "";
  const comment = entry.comments?.extracted ?? "";
  const facts = Object.fromEntries(
    [...comment.matchAll(FACT)].map(([, name = "", value = ""]) => [name, value]),
  );
  const target = entry.msgstr[0] || null;
  const unit = unitFrom(
    id,
    { source: entry.msgid, target },
    {
      ...facts,
      head: /^".*"$/.test(facts.head ?? "") ? String(JSON.parse(facts.head ?? "")) : "",
      note: comment.replace(FACT, "").trim(),
      state: stateOf(entry, facts.state),
    },
  );
  return { unit, found: unit ? null : problem("unit-unknown", { unit: id || entry.msgid.slice(0, 40) }) };
}

/** Tools mark what is done by taking a flag away. */
function stateOf({ comments, msgstr }: Entry, state = "initial"): string {
  if (comments?.flag?.includes("fuzzy")) return "initial";
  return state === "initial" && msgstr[0] ? "translated" : state;
}

const STRING = String.raw`"(?:[^"\\]|\\.)*"`;
const LINE = new RegExp(
  String.raw`^(?:\s*|#.*|(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+${STRING}\s*|\s*${STRING}\s*)$`,
  "u",
);

/** What the parser would let pass: strings without an end, text outside of strings, plural forms that nobody wrote. */
function brokenLines(text: string): readonly ExchangeProblem[] {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (!LINE.test(line)) return [problem("po-broken", { text: line.slice(0, 60) }, index + 1)];
      if (/^(msgid_plural|msgstr\[)/.test(line)) return [problem("po-plural", {}, index + 1)];
      return [];
    });
}
