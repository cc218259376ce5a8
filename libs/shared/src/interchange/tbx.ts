import type { GlossaryTerm } from "../template/index.ts";
import { problem, type ReadResult, unread } from "./unit.ts";
import { escaped, everywhere, inside, readXml, textOf, type XmlElement } from "./xml.ts";

const TBX = "urn:iso:std:iso:30042:ed-2";
const GOOD = "preferredTerm-admn-sts";
const BAD = "deprecatedTerm-admn-sts";
/** Our sign for a term that stays as it is in every language. */
const KEEP = "parley-keep";

/** Write a glossary as TBX-Basic. */
export function writeTbx(terms: readonly GlossaryTerm[], sourceLocale: string): string {
  const entries = terms.flatMap((term, index) => [
    `   <conceptEntry id="c${index + 1}">`,
    ...(term.keep ? [`    <note>${KEEP}</note>`] : []),
    ...sectionXml(sourceLocale, [{ text: term.term, status: GOOD }]),
    ...languagesOf(term).flatMap((locale) =>
      sectionXml(locale, [
        ...(term.translations[locale] ?? []).map((text) => ({ text, status: GOOD })),
        ...(term.forbidden[locale] ?? []).map((text) => ({ text, status: BAD })),
      ]),
    ),
    "   </conceptEntry>",
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx xmlns="${TBX}" type="TBX-Basic" style="dca" xml:lang="${escaped(sourceLocale)}">`,
    " <tbxHeader><fileDesc><sourceDesc><p>Parley</p></sourceDesc></fileDesc></tbxHeader>",
    " <text>",
    "  <body>",
    ...entries,
    "  </body>",
    " </text>",
    "</tbx>",
    "",
  ].join("\n");
}

const languagesOf = ({ translations, forbidden }: GlossaryTerm): readonly string[] =>
  [...new Set([...Object.keys(translations), ...Object.keys(forbidden)])].sort();

const sectionXml = (
  locale: string,
  terms: readonly { readonly text: string; readonly status: string }[],
): readonly string[] => [
  `    <langSec xml:lang="${escaped(locale)}">`,
  ...terms.map(
    ({ text, status }) =>
      `     <termSec><term>${escaped(text)}</term><termNote type="administrativeStatus">${status}</termNote></termSec>`,
  ),
  "    </langSec>",
];

/** Read TBX-Basic, the standard of 2019 or the one before. The first term of the source language names a concept. */
export function readTbx(text: string, sourceLocale: string): ReadResult<readonly GlossaryTerm[]> {
  const { root, problems } = readXml(text);
  if (!root) return { value: null, problems };
  if (root.name !== "tbx" && root.name !== "martif")
    return unread(problem("not-tbx", { found: root.name }, root.line));
  const concepts = [...everywhere(root, "conceptEntry"), ...everywhere(root, "termEntry")];
  const read = concepts.map((concept) => ({ concept, term: termOf(concept, sourceLocale) }));
  return {
    value: read.flatMap(({ term }) => (term ? [term] : [])),
    problems: read.flatMap(({ concept, term }) => (term ? [] : [problem("tbx-no-term", {}, concept.line)])),
  };
}

function termOf(concept: XmlElement, sourceLocale: string): GlossaryTerm | null {
  const sections = [...inside(concept, "langSec"), ...inside(concept, "langSet")].map((section) => ({
    locale: section.attributes["xml:lang"] ?? "",
    terms: [
      ...everywhere(section, "termSec"),
      ...everywhere(section, "tig"),
      ...everywhere(section, "ntig"),
    ].map(oneTerm),
  }));
  const source = sections.find(({ locale }) => locale.toLowerCase() === sourceLocale.toLowerCase());
  const [term] = source?.terms.filter(({ forbidden }) => !forbidden) ?? [];
  if (!term) return null;
  const others = sections.filter((section) => section !== source);
  const texts = (forbidden: boolean) =>
    Object.fromEntries(
      others.flatMap(({ locale, terms }) => {
        const list = terms.filter((one) => one.forbidden === forbidden).map((one) => one.text);
        return list.length > 0 ? [[locale, list]] : [];
      }),
    );
  const keep = inside(concept, "note").some((note) => textOf(note).trim() === KEEP);
  return { term: term.text, keep, translations: texts(false), forbidden: texts(true) };
}

function oneTerm(element: XmlElement): { readonly text: string; readonly forbidden: boolean } {
  const [term] = everywhere(element, "term");
  const status = everywhere(element, "termNote").find(
    ({ attributes }) => attributes.type === "administrativeStatus",
  );
  const forbidden = /deprecated|superseded|forbidden|obsolete/.test(status ? textOf(status) : "");
  return { text: term ? textOf(term).trim() : "", forbidden };
}
