import { patternText, textPattern } from "./forms.ts";
import {
  type ExchangeFile,
  type ExchangeProblem,
  type ExchangeUnit,
  problem,
  type ReadResult,
  UNIT_STATES,
  unread,
} from "./unit.ts";
import { factsOf, unitFrom } from "./unit-facts.ts";
import { escaped, everywhere, inside, readXml, textOf, type XmlElement } from "./xml.ts";

const XLIFF = "urn:oasis:names:tc:xliff:document:2.0";
const SIZE = "urn:oasis:names:tc:xliff:sizerestriction:2.0";

/** Write XLIFF 2.1: a unit for each form, placeholders as `ph` with their source kept aside. */
export function writeXliff({ sourceLocale, targetLocale, units }: ExchangeFile): string {
  const groups = [...Map.groupBy(units, ({ template }) => template)];
  const body = groups.flatMap(([template, list]) => [
    `  <group id="${escaped(template)}">`,
    ...list.flatMap((unit) => unitXml(unit)),
    "  </group>",
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${XLIFF}" xmlns:slr="${SIZE}" version="2.1" srcLang="${escaped(sourceLocale)}" trgLang="${escaped(targetLocale)}">`,
    ' <file id="templates">',
    '  <slr:profiles generalProfile="xliff:codepoints"/>',
    ...body,
    " </file>",
    "</xliff>",
    "",
  ].join("\n");
}

function unitXml(unit: ExchangeUnit): readonly string[] {
  const size = unit.limit === null ? "" : ` slr:sizeRestriction="${unit.limit}"`;
  const data: string[] = [];
  const source = inlineXml(unit.source, data);
  const target = unit.target === null ? null : inlineXml(unit.target, data);
  const { head, keys, revision, note: about } = factsOf(unit);
  const notes = { head, keys, revision, about };
  return [
    `   <unit id="${unitId(unit)}" name="${escaped(unit.id)}"${size}>`,
    "    <notes>",
    ...Object.entries(notes)
      .filter(([, text]) => text !== "")
      .map(([category, text]) => `     <note category="${category}">${escaped(text)}</note>`),
    "    </notes>",
    ...(data.length === 0 ? [] : ["    <originalData>", ...data.map(dataXml), "    </originalData>"]),
    `    <segment state="${unit.state}">`,
    `     <source xml:space="preserve">${source}</source>`,
    ...(target === null ? [] : [`     <target xml:space="preserve">${target}</target>`]),
    "    </segment>",
    "   </unit>",
  ];
}

/** XML names hold no slash and no star; the full name is in `name`. */
const unitId = ({ id }: ExchangeUnit): string => id.replaceAll("/", ".").replace(/[^\w.-]/g, "_");

const dataXml = (source: string, index: number): string =>
  `     <data id="d${index + 1}" xml:space="preserve">${escaped(source)}</data>`;

/** A pattern with placeholders as `ph`; the same placeholder in source and target has the same id. */
function inlineXml(text: string, data: string[]): string {
  const pattern = textPattern(text);
  if (!pattern) return escaped(text);
  const times = new Map<number, number>();
  return pattern
    .map((part) => {
      if (typeof part === "string") return escaped(part);
      const source = patternText([part]);
      const at = data.indexOf(source) >= 0 ? data.indexOf(source) : data.push(source) - 1;
      const before = times.get(at) ?? 0;
      times.set(at, before + 1);
      const id = before === 0 ? String(at + 1) : `${at + 1}-${before}`;
      return `<ph id="${id}" dataRef="d${at + 1}" disp="${escaped(source)}"/>`;
    })
    .join("");
}

/** Read XLIFF 2.0 or 2.1 that was written here, whatever a tool added to it. */
export function readXliff(text: string): ReadResult<ExchangeFile> {
  const { root, problems } = readXml(text);
  if (!root) return { value: null, problems };
  const { srcLang = "", trgLang = "", version = "" } = root.attributes;
  if (root.name !== "xliff" || root.namespace !== XLIFF) {
    return unread(problem("not-xliff", { found: root.namespace || root.name }, root.line));
  }
  if (version !== "2.0" && version !== "2.1") return unread(problem("xliff-version", { version }, root.line));
  if (trgLang === "") return unread(problem("xliff-no-target", {}, root.line));
  const read = everywhere(root, "unit")
    .filter(({ namespace }) => namespace === XLIFF)
    .map(readUnit);
  return {
    value: {
      sourceLocale: srcLang,
      targetLocale: trgLang,
      units: read.flatMap(({ unit }) => (unit ? [unit] : [])),
    },
    problems: [
      ...foreign(root),
      ...read.flatMap((one) => one.problems),
      ...doubled(read.flatMap(({ unit }) => unit ?? [])),
    ],
  };
}

interface ReadUnit {
  readonly unit: ExchangeUnit | null;
  readonly problems: readonly ExchangeProblem[];
}

function readUnit(element: XmlElement): ReadUnit {
  const id = element.attributes.name ?? "";
  const notes = Object.fromEntries(
    everywhere(element, "note").map((note) => [note.attributes.category ?? "", textOf(note)]),
  );
  const data = new Map(everywhere(element, "data").map((one) => [one.attributes.id ?? "", textOf(one)]));
  const segments = inside(element, "segment");
  const problems: ExchangeProblem[] = [];
  const side = (name: "source" | "target") =>
    segments
      .flatMap((segment) => inside(segment, name))
      .map((one) => inlineText(one, { data, id, problems }));
  const targets = side("target");
  // A tool may have cut a unit into segments; only all of them together are a text.
  const target = targets.length === 0 || targets.length < segments.length ? null : targets.join("");
  const unit = unitFrom(
    id,
    { source: side("source").join(""), target },
    {
      ...notes,
      note: notes.about,
      state: stateOf(segments),
      limit: element.attributes.sizeRestriction,
    },
  );
  if (!unit)
    problems.push(problem("unit-unknown", { unit: id || (element.attributes.id ?? "") }, element.line));
  return { unit: problems.length > 0 ? null : unit, problems };
}

/** The least advanced segment decides. */
function stateOf(segments: readonly XmlElement[]): string {
  const states: readonly string[] = UNIT_STATES;
  const places = segments.map(({ attributes }) => states.indexOf(attributes.state ?? ""));
  return UNIT_STATES[Math.max(0, Math.min(...places))] ?? "initial";
}

interface Inline {
  readonly data: ReadonlyMap<string, string>;
  readonly id: string;
  readonly problems: ExchangeProblem[];
}

function inlineText(element: XmlElement, inline: Inline): string {
  return element.children
    .map((child) => {
      if (typeof child === "string") return child.replace(/[\\{}]/g, "\\$&");
      if (child.namespace === XLIFF && child.name === "ph") return placeholderOf(child, inline);
      // Marks of tools around text, such as terms, are passed over; their text stays.
      if (child.namespace === XLIFF && child.name === "mrk") return inlineText(child, inline);
      inline.problems.push(problem("element-in-text", { unit: inline.id, element: child.name }, child.line));
      return "";
    })
    .join("");
}

function placeholderOf(child: XmlElement, { data, id, problems }: Inline): string {
  const source = data.get(child.attributes.dataRef ?? "");
  if (source === undefined) problems.push(problem("placeholder-unknown", { unit: id }, child.line));
  return source ?? "";
}

/** Elements of other namespaces outside texts are not ours to read; it is said that they were passed over. */
function foreign(root: XmlElement): readonly ExchangeProblem[] {
  const found = new Map<string, number>();
  const visit = (element: XmlElement) => {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      if (child.namespace !== XLIFF && child.namespace !== SIZE && !found.has(child.namespace)) {
        found.set(child.namespace, child.line);
      }
      visit(child);
    }
  };
  visit(root);
  return [...found].map(([namespace, line]) => problem("foreign-namespace", { namespace }, line));
}

function doubled(units: readonly ExchangeUnit[]): readonly ExchangeProblem[] {
  const seen = new Set<string>();
  return units.flatMap(({ id }) => {
    if (seen.has(id)) return [problem("unit-twice", { unit: id })];
    seen.add(id);
    return [];
  });
}
