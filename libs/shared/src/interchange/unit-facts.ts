import { CHANNEL_CLASSES, REGISTERS } from "../template/index.ts";
import { type ExchangeUnit, UNIT_STATES } from "./unit.ts";

/** What a file says of a unit beside its texts, as it was written there. */
export interface UnitFacts {
  readonly head?: string | undefined;
  readonly keys?: string | undefined;
  readonly revision?: string | undefined;
  readonly state?: string | undefined;
  readonly limit?: string | undefined;
  readonly note?: string | undefined;
}

/** The facts of a unit as text. */
export const factsOf = ({ head, keys, revision, state, limit, note }: ExchangeUnit) => ({
  head,
  keys: JSON.stringify(keys),
  revision: String(revision),
  state,
  limit: limit === null ? "" : String(limit),
  note,
});

/** The unit a file holds; null when its name is none of ours. */
export function unitFrom(
  id: string,
  texts: { readonly source: string; readonly target: string | null },
  facts: UnitFacts,
): ExchangeUnit | null {
  const [template = "", wantedRegister, wantedClass, block = ""] = id.split("/");
  const register = REGISTERS.find((known) => known === wantedRegister);
  const channelClass = CHANNEL_CLASSES.find((known) => known === wantedClass);
  if (!register || !channelClass || template === "" || !/^\d+$/.test(block)) return null;
  return {
    id,
    template,
    register,
    channelClass,
    block: Number(block),
    ...texts,
    head: facts.head ?? "",
    keys: keysIn(facts.keys ?? ""),
    state: UNIT_STATES.find((known) => known === facts.state) ?? "initial",
    revision: Number(facts.revision) || 0,
    limit: facts.limit ? Number(facts.limit) : null,
    note: facts.note ?? "",
  };
}

/** The strings of a JSON list; a message without keys has one form. */
function keysIn(list: string): readonly string[] {
  const found = list.match(/"(?:[^"\\]|\\["\\/bfnrt])*"/g) ?? [];
  return found.length > 0 ? found.map((one) => String(JSON.parse(one))) : ["*"];
}
