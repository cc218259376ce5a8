import type { ChannelClass, Register, VariantKey } from "./template.ts";

/** What an agent needs a text for. */
export interface Wanted extends VariantKey {
  /** Languages to offer with a label when the wanted one has nothing, such as the source's. */
  readonly otherLocales: readonly string[];
}

/** Why another variant than the wanted one stands here. Each is shown to the agent as a badge. */
export type Compromise =
  | { readonly kind: "channel"; readonly wanted: ChannelClass; readonly used: ChannelClass }
  | { readonly kind: "register"; readonly wanted: Register; readonly used: Register }
  | { readonly kind: "country"; readonly wanted: string; readonly used: string }
  | { readonly kind: "language"; readonly wanted: string; readonly used: string };

/** A variant to use, with all that is not as it was wanted. */
export interface Resolved<V extends VariantKey> {
  readonly variant: V;
  readonly compromises: readonly Compromise[];
  /** Another country's or another language's text: it goes in only after a click that says so. */
  readonly needsClick: boolean;
}

/** Classes that may stand in for one, nearest first. A text written for few signs fits everywhere in public. */
const STAND_INS: Readonly<Record<ChannelClass, readonly ChannelClass[]>> = {
  short: ["short", "public", "any"],
  public: ["public", "any", "short"],
  private: ["private", "any"],
  any: ["any", "public", "short", "private"],
};

const FORMALITY: Readonly<Record<Register, readonly Register[]>> = {
  formal: ["formal", "neutral", "informal"],
  informal: ["informal", "neutral", "formal"],
  neutral: ["neutral", "formal", "informal"],
};

/**
 * The nearest variant: exact, then another channel class, then another register, then another country of the
 * language, then another language. What was given up on the way is always said.
 */
export function resolveVariant<V extends VariantKey>(
  variants: readonly V[],
  wanted: Wanted,
): Resolved<V> | null {
  const language = baseOf(wanted.locale);
  const cousins = variants.map(({ locale }) => locale).filter((locale) => baseOf(locale) === language);
  for (const locale of [wanted.locale, ...new Set([...cousins, ...wanted.otherLocales])]) {
    const variant = nearest(
      variants.filter((candidate) => candidate.locale === locale),
      wanted,
    );
    if (variant) return describe(variant, wanted);
  }
  return null;
}

function nearest<V extends VariantKey>(variants: readonly V[], wanted: VariantKey): V | undefined {
  for (const register of FORMALITY[wanted.register]) {
    for (const channelClass of STAND_INS[wanted.channelClass]) {
      const found = variants.find((v) => v.register === register && v.channelClass === channelClass);
      if (found) return found;
    }
  }
  return undefined;
}

function describe<V extends VariantKey>(variant: V, wanted: VariantKey): Resolved<V> {
  const compromises: Compromise[] = [];
  const { locale, register, channelClass } = variant;
  const sameLanguage = baseOf(locale) === baseOf(wanted.locale);
  if (locale !== wanted.locale) {
    compromises.push({ kind: sameLanguage ? "country" : "language", wanted: wanted.locale, used: locale });
  }
  // Registers of different languages say nothing about each other.
  if (sameLanguage && register !== wanted.register) {
    compromises.push({ kind: "register", wanted: wanted.register, used: register });
  }
  if (channelClass !== wanted.channelClass && channelClass !== "any") {
    compromises.push({ kind: "channel", wanted: wanted.channelClass, used: channelClass });
  }
  return { variant, compromises, needsClick: locale !== wanted.locale };
}

const baseOf = (locale: string): string => locale.split("-")[0] ?? locale;
