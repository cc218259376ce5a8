import { isAllowed } from "../../channel/index.ts";
import { findIdentifiers, type Identifier, mask } from "../../identifier/index.ts";
import type { RawHit } from "../hit.ts";
import { kind } from "../kind.ts";
import { sureLinks } from "../links.ts";
import type { Scene } from "../scene.ts";
import { type Fact, fact } from "../unit.ts";

interface IdentifierOptions {
  readonly entities: readonly string[];
  readonly keep?: number;
}

/** Anything an identifier is made of: a digit, the sign of an address, or words for either. */
const NATIONAL = /^[a-z]{2}-/;

/** What identifies a person, an account or an order. One search serves all rules: each names its entities. */
export const identifierDetector = kind<IdentifierOptions>({
  options: {
    entities: {
      type: "array",
      minItems: 1,
      items: { type: "string" },
      description: "Such as card, iban, phone, email; `national` for all numbers of countries",
    },
    keep: {
      type: "integer",
      minimum: 0,
      maximum: 6,
      description: "Characters that masking leaves; 4 when missing",
    },
  },
  required: ["entities"],
  make: ({ entities, keep = 4 }) => ({
    scope: "sentence",
    find: (unit, scene) =>
      identifiers(unit, scene)
        .filter(({ entity }) => entities.includes(NATIONAL.test(entity) ? "national" : entity))
        .filter((found) => !isOwn(found, unit.text, scene))
        .map((found) => identifierHit(found, unit.text, keep)),
  }),
});

const identifiers: Fact<readonly Identifier[]> = fact((unit, scene) =>
  findIdentifiers(unit.text, {
    countries: scene.context.countries,
    orderNumbers: scene.brand.orderNumbers,
    words: scene.words,
    claimed: sureLinks(unit, scene),
    ...(scene.language !== "und" && { language: scene.language }),
  }),
);

/** An address at one of the brand's own domains is nobody's secret. */
function isOwn({ entity, start, end }: Identifier, text: string, { brand }: Scene): boolean {
  const host = entity === "email" ? text.slice(start, end).split("@").at(-1) : undefined;
  return host !== undefined && brand.domains.length > 0 && isAllowed({ host }, brand.domains);
}

function identifierHit(found: Identifier, text: string, keep: number): RawHit {
  const { start, end, entity, score, certain, obfuscated, why } = found;
  const codes: readonly string[] = [
    ...why,
    ...(certain ? ["certain"] : []),
    ...(obfuscated && !why.includes("obfuscated") ? ["obfuscated"] : []),
  ];
  return { start, end, entity, score, why: codes, masked: mask(text, found, { keep }).text };
}
