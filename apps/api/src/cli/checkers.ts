import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  assemblePolicy,
  type Checker,
  createChecker,
  type Pack,
  type Policy,
  parsePack,
  verifyPack,
} from "@parley/shared/policy";
import { sentence } from "../base/sentence.ts";
import { builtInPacks, languageData } from "../policy/built-in.ts";
import { Unusable } from "./command.ts";

/** A policy with its checker. */
interface Ready {
  readonly policy: Policy;
  readonly checker: Checker;
}

/** Checkers by the pack file they add to what comes with Parley; without a file the starter pack is added. */
export interface Checkers {
  readonly forPack: (file: string | undefined) => Ready;
}

const STARTER = "starter.brand";

/** Checkers are made when they are first asked for. Throws `Unusable` for a pack that cannot be used. */
export function createCheckers(): Checkers {
  const packs = builtInPacks();
  const languages = languageData();
  const ready = new Map<string | undefined, Ready>();
  const make = (file: string | undefined): Ready => {
    const all = file === undefined ? packs : withFile(packs, file);
    const policy = assemblePolicy({ packs: all, languages });
    return { policy, checker: createChecker(policy) };
  };
  const withFile = (known: readonly Pack[], file: string): readonly Pack[] => {
    const base = known.filter(({ id }) => id !== STARTER);
    const parsed = parsePack(readPack(file));
    const [problem] = verifyPack(parsed, { packs: base, languages });
    if (problem || !parsed.pack) {
      const { line = 1, column = 1, code = "", details = {} } = problem ?? {};
      throw new Unusable("pack_refused", {
        file,
        line,
        column,
        reason: sentence(code, details, "findings.json"),
      });
    }
    const { pack } = parsed;
    return [...base.filter(({ id }) => id !== pack.id), pack];
  };
  return {
    forPack: (file) => {
      const known = ready.get(file) ?? make(file);
      ready.set(file, known);
      return known;
    },
  };
}

function readPack(file: string): string {
  const path = resolve(file);
  if (!existsSync(path)) throw new Unusable("file_missing", { file });
  return readFileSync(path, "utf8");
}
