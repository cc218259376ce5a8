import type { BrandProfile } from "../brand.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import type { Draft } from "../rule.ts";
import type { Scene } from "../scene.ts";

/** A mark and what follows it at the end of the draft; links or a number of thread posts may stand after it. */
const SIGNED: Readonly<Record<"caret" | "dash" | "slash", RegExp>> = {
  caret: /\^[\p{L}\p{M}.]{1,20}(?:\s+(?:\S*[./]\S*|\(?\d+\/\d+\)?))*\s*$/u,
  dash: /(?<![\p{L}\p{N}])[-–—~]\s?[\p{L}\p{M}.]{1,20}(?:\s+(?:\S*[./]\S*|\(?\d+\/\d+\)?))*\s*$/u,
  slash: /(?<![\p{L}\p{N}/])\/\s?[\p{L}\p{M}.]{1,20}(?:\s+(?:\S*[./]\S*|\(?\d+\/\d+\)?))*\s*$/u,
};
const MARKS = { caret: "^", dash: "-", slash: "/" };

/** The brand wants replies signed and this one is not. */
export const signOffDetector = kind<Readonly<Record<never, never>>>({
  cost: "idle",
  options: {},
  make: () => ({
    scope: "draft",
    find: (draft, scene) => {
      const { signOff } = scene.brand;
      const text = draft.text.trimEnd();
      if (signOff === "none" || text === "" || isSigned(text, scene)) return [];
      const insertion = signature(draft, scene);
      const hit: RawHit = { start: 0, end: text.length, score: 1, why: ["brand-policy"], whole: true };
      return [insertion === null ? hit : { ...hit, insertion: { at: text.length, text: insertion } }];
    },
  }),
});

function isSigned(text: string, { brand, language }: Scene): boolean {
  if (brand.signOff === "none") return true;
  if (brand.signOff !== "phrase") return SIGNED[brand.signOff].test(text.slice(-120));
  const end = text.slice(-200).toLowerCase();
  return phrases(brand, language).some((phrase) => end.includes(phrase.toLowerCase()));
}

const phrases = ({ signOffPhrases }: BrandProfile, language: string): readonly string[] =>
  signOffPhrases[language] ?? signOffPhrases[language.split("-")[0] ?? ""] ?? [];

function signature({ context }: Draft, { brand, language }: Scene): string | null {
  if (brand.signOff === "none") return null;
  if (brand.signOff === "phrase") return phrases(brand, language)[0] ?? null;
  return context.signature ? `${MARKS[brand.signOff]}${context.signature}` : null;
}
