import type { ReplyContext } from "./context.ts";
import type { RawHit } from "./hit.ts";
import type { RuleDef } from "./pack.ts";
import type { Scene } from "./scene.ts";
import type { PlacedUnit, Unit } from "./unit.ts";

/** A draft cut into units. */
export interface Draft {
  readonly text: string;
  readonly units: readonly PlacedUnit[];
  /** The context of this very check: offsets and the time of day in it are fresh. */
  readonly context: ReplyContext;
}

/** How a rule looks for trouble: in each sentence by itself, which is cached, or in the draft as a whole. */
export type Finder =
  | { readonly scope: "sentence"; readonly find: (unit: Unit, scene: Scene) => readonly RawHit[] }
  | { readonly scope: "draft"; readonly find: (draft: Draft, scene: Scene) => readonly RawHit[] };

/** A rule of a policy with the pack it came from. */
export interface PolicyRule {
  readonly def: RuleDef;
  readonly pack: string;
  readonly version: string;
  readonly finder: Finder;
}
