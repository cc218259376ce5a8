import { findIdentifiers } from "../../identifier/index.ts";
import type { PlacedHit } from "./content.ts";
import type { CheckFacts } from "./facts.ts";
import { replaceFix } from "./finding.ts";
import { type Literal, linksOfLiteral, literalsOf } from "./literals.ts";
import type { Subject } from "./subject.ts";

/** From this score on, what looks like personal data in a template is. */
const SURE = 0.5;

/** Check 21: personal data that somebody wrote into a template. */
export function personalData(subject: Subject, { identifierWords }: CheckFacts): readonly PlacedHit[] {
  return literalsOf(subject).flatMap((literal) =>
    findIdentifiers(literal.text, {
      claimed: linksOfLiteral(literal),
      language: subject.key.locale,
      ...(identifierWords && { words: identifierWords }),
    })
      .filter(({ score }) => score >= SURE)
      .map(({ entity, start, end }) => ({
        code: "personal-data" as const,
        args: { entity },
        block: literal.block,
        ...literal.place({ start, end }),
      })),
  );
}

/** Zero-width signs, soft hyphens and tags. Joiners have work to do in emoji, Arabic and Persian. */
const HIDDEN =
  /[\u200b\u2060\ufeff\u00ad\u180e\u{e0000}-\u{e007f}]|(?<![\p{Extended_Pictographic}\p{M}\p{Emoji_Modifier}\p{Script=Arabic}])[\u200c\u200d]/gu;
/** Embeddings and overrides end with one mark, isolates with another. */
const CLOSED_BY: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."\u202a\u202b\u202d\u202e"].map((sign) => [sign, "\u202c"])),
  ...Object.fromEntries([..."\u2066\u2067\u2068"].map((sign) => [sign, "\u2069"])),
};

/** Check 23: signs nobody sees, direction marks left open, links whose letters come from two scripts. */
export function invisibleSigns(subject: Subject): readonly PlacedHit[] {
  return literalsOf(subject).flatMap((literal) => [
    ...[...literal.text.matchAll(HIDDEN)].map(({ 0: found, index }) => hiddenSign(literal, found, index)),
    ...unpairedMarks(literal),
    ...confusableLinks(literal),
  ]);
}

function hiddenSign({ block, place }: Literal, found: string, index: number): PlacedHit {
  const at = place({ start: index, end: index + found.length });
  const name = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    code: "hidden-sign",
    args: { name },
    block,
    ...at,
    fixes: [replaceFix("remove", [{ ...at, text: "" }])],
  };
}

function unpairedMarks({ block, text, place }: Literal): readonly PlacedHit[] {
  const open: { readonly closing: string; readonly at: number }[] = [];
  const alone: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    const closing = CLOSED_BY[sign];
    if (closing !== undefined) open.push({ closing, at: index });
    else if (open.at(-1)?.closing === sign) open.pop();
    else alone.push(index);
  }
  return [...alone, ...open.map(({ at }) => at)].map((at) => {
    const span = place({ start: at, end: at + 1 });
    const fixes = [replaceFix("remove", [{ ...span, text: "" }])];
    return { code: "unpaired-bidi" as const, block, ...span, fixes };
  });
}

const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

function confusableLinks(literal: Literal): readonly PlacedHit[] {
  return linksOfLiteral(literal)
    .filter(({ host }) =>
      host.split(".").some((label) => SCRIPTS.filter((script) => script.test(label)).length > 1),
    )
    .map(({ start, end, host }) => ({
      code: "confusable-link" as const,
      args: { host },
      block: literal.block,
      ...literal.place({ start, end }),
    }));
}
