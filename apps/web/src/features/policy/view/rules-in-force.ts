import { parsePack } from "@parley/shared/pack";
import type { Finding, Pack } from "@parley/shared/policy";
import builtIn from "../../../../../../libs/shared/packs/built-in.json";

export interface RuleInForce {
  readonly id: string;
  readonly severities: readonly Finding["severity"][];
  readonly overridable: Finding["overridable"];
  /** Switched off by another pack. */
  readonly off: boolean;
  /** Changed by another pack. */
  readonly adjusted: boolean;
}

export interface PackInForce {
  readonly packId: string;
  readonly version: string;
  readonly builtIn: boolean;
  readonly rules: readonly RuleInForce[];
}

const EVERYWHERE = "parley.";

/** The packs in force for a brand with their rules, the brand's own first. */
export function packsInForce(sources: readonly string[]): readonly PackInForce[] {
  const own = sources.flatMap((source) => parsePack(source).pack ?? []);
  const shipped = (builtIn as readonly unknown[] as readonly Pack[]).filter(({ id }) =>
    id.startsWith(EVERYWHERE),
  );
  return [...own, ...shipped].map((pack) => inForce(pack, own));
}

function inForce(pack: Pack, own: readonly Pack[]): PackInForce {
  const major = `${pack.id}@${pack.version.split(".")[0]}`;
  const changes = own.filter((other) => other.extends.includes(major)).flatMap(({ adjust }) => adjust);
  return {
    packId: pack.id,
    version: pack.version,
    builtIn: pack.id.startsWith(EVERYWHERE),
    rules: pack.rules.map(({ id, severity, overridable }) => {
      const own = changes.filter((change) => change.id === id);
      const last = own.findLast((change) => change.severity)?.severity ?? severity;
      return {
        id,
        severities: [...new Set(last.map(({ is }) => is))],
        overridable: own.findLast((change) => change.overridable)?.overridable ?? overridable,
        off: own.some(({ off }) => off),
        adjusted: own.length > 0,
      };
    }),
  };
}
