import { type Document, LineCounter, parseDocument, visit } from "yaml";
import { kinds } from "../policy/kinds.ts";
import type { Pack, RawPack, RawRule, RawSeverity, RuleDef, SeverityCase } from "../policy/pack.ts";
import { isObject, type Misfit, misfits } from "../policy/schema.ts";
import { packProblems } from "./pack-problems.ts";
import { packSchema } from "./pack-schema.ts";

/** A place in a pack's source, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Why a pack is refused, and where. `code` and `details` give the sentence in `findings.json`. */
export interface PackProblem extends Place {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A pack read from its source; without problems when `pack` is there. */
export interface ParsedPack {
  readonly pack: Pack | null;
  readonly problems: readonly PackProblem[];
  /** Where a part of the pack stands, such as `["rules", 2, "tests", "match", 0]`. */
  readonly place: (path: readonly (string | number)[]) => Place;
}

/** Read a pack from YAML. Examples are not run: that needs a policy, see `runExamples`. */
export function parsePack(source: string): ParsedPack {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    uniqueKeys: true,
    version: "1.2",
    merge: false,
  });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const place = (path: readonly (string | number)[]): Place => at(offsetOf(document, path));
  const refused = (problems: readonly PackProblem[]): ParsedPack => ({ pack: null, problems, place });
  if (document.errors.length > 0) {
    const bad = document.errors.map(({ code, pos }) => ({
      ...at(pos[0]),
      code: "pack.yaml",
      details: { reason: code },
    }));
    return refused(bad);
  }
  const value = plainValue(document);
  const told = ({ code, path, details }: Misfit): PackProblem => ({
    ...place(path),
    code: `pack.${code}`,
    details,
  });
  const shape = value === undefined ? [ALIASED] : misfits(value, packSchema);
  if (shape.length > 0) return refused(shape.map(told));
  const raw = value as RawPack;
  const problems = packProblems(raw).map(({ code, path, details }) => ({ ...place(path), code, details }));
  return problems.length > 0 ? refused(problems) : { pack: completed(raw), problems: [], place };
}

const ALIASED: Misfit = { code: "not_allowed", path: [], details: { known: "YAML without aliases" } };

/** Aliases could blow a small file up to any size: a pack has none. */
function plainValue(document: Document.Parsed): unknown {
  let aliased = false;
  visit(document, {
    Alias: () => {
      aliased = true;
      return visit.BREAK;
    },
  });
  return aliased ? undefined : document.toJS();
}

function offsetOf(document: Document.Parsed, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isObject(node) && Array.isArray(node.range)) return Number(node.range[0]);
  }
  return document.contents?.range?.[0] ?? 0;
}

function completed(raw: RawPack): Pack {
  return {
    id: raw.id,
    version: raw.version,
    extends: raw.extends ?? [],
    lexicons: raw.lexicons ?? {},
    rules: (raw.rules ?? []).map(completedRule),
    adjust: (raw.adjust ?? []).map(({ severity, ...rest }) => ({
      ...rest,
      ...(severity !== undefined && { severity: cases(severity) }),
    })),
  };
}

const completedRule = ({ severity, ...raw }: RawRule): RuleDef => ({
  options: {},
  overridable: "yes",
  fix: [],
  cost: kinds[raw.use]?.cost ?? "key",
  ...raw,
  severity: cases(severity),
});

const cases = (severity: RawSeverity): readonly SeverityCase[] =>
  typeof severity === "string" ? [{ is: severity }] : severity;
