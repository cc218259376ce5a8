import { type Token, type Tokened, tokenCounts } from "./token.ts";
import type { Read } from "./wire.ts";

/** What is wrong with the tokens of an answer. */
export type TokenFault = "altered" | "invented" | "missing" | "repeated";

export type Restored =
  | { readonly kind: "restored"; readonly text: Tokened }
  | { readonly kind: "refused"; readonly why: TokenFault; readonly token: string };

/** What an answer may do with the tokens it was given. */
export interface TokenRule {
  /** Those it may use at all. */
  readonly may: readonly Token[];
  /** How often each may stand in it at most, by id. */
  readonly most: ReadonlyMap<string, number>;
  /** Each as often as `most`: nothing may be lost on the way. */
  readonly all: boolean;
}

/** The rule for a translation: every token of the original, as often as there. */
export function everyTokenOf(text: Tokened): TokenRule {
  const may = text.filter((part): part is Token => typeof part !== "string");
  return { may, most: tokenCounts(text), all: true };
}

/** Put back what tokens stand for. An answer in which one was changed, made up, lost or doubled is refused whole. */
export function restore(answer: Read | null, rule: TokenRule): Restored {
  if (answer === null) return { kind: "refused", why: "altered", token: "" };
  const known = new Map(rule.may.map((token) => [token.id, token]));
  const used = tokenCounts(answer);
  const fault = [...used.keys(), ...rule.most.keys()]
    .map((id) => ({ why: faultOf(known.has(id), used.get(id) ?? 0, { ...rule, id }), token: id }))
    .find(({ why }) => why !== null);
  if (fault?.why) return { kind: "refused", why: fault.why, token: fault.token };
  return {
    kind: "restored",
    text: answer.map((part) => (typeof part === "string" ? part : (known.get(part.id) ?? ""))),
  };
}

function faultOf(
  isKnown: boolean,
  used: number,
  { most, all, id }: TokenRule & { readonly id: string },
): TokenFault | null {
  const allowed = most.get(id) ?? 0;
  if (!isKnown && used > 0) return "invented";
  if (used > allowed) return "repeated";
  return all && used < allowed ? "missing" : null;
}
