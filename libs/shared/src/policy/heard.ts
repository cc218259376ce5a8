import { findIdentifiers } from "../identifier/index.ts";
import type { ReplyContext } from "./context.ts";
import type { Policy } from "./policy.ts";
import { unitsOf } from "./units.ts";
import { wordsOf } from "./words.ts";

/** Lexicons of matters that belong in private: money, accounts, health, personal data. */
export const SENSITIVE: readonly string[] = [
  "sensitive",
  "noun.card",
  "noun.account",
  "noun.national-id",
  "noun.secret",
];

/** Lexicons of what only a customer with a grievance says. */
const COMPLAINT: readonly string[] = ["complaint", "profanity"];

/** What the customer's last message asks of a reply: whether it complains, and whether the matter is a private one. */
export function heardIn(
  text: string,
  language: string,
  { matcher, words }: Policy,
): Required<Pick<ReplyContext, "complaint" | "sensitive">> {
  const { find } = matcher(language);
  const said = unitsOf(text).map(({ start, end }) =>
    find(wordsOf(text.slice(start, end), language === "tr")),
  );
  const speaksOf = (lexicons: readonly string[]): boolean =>
    said.some((terms) => lexicons.some((lexicon) => (terms.get(lexicon)?.length ?? 0) > 0));
  return {
    complaint: speaksOf(COMPLAINT),
    sensitive: speaksOf(SENSITIVE) || findIdentifiers(text, { words }).length > 0,
  };
}
