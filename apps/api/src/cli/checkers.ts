import { existsSync, readFileSync } from "node:fs";
import type { Identifier } from "@parley/shared/language";
import {
  assemblePolicy,
  type Checker,
  createChecker,
  type Languages,
  type Pack,
  type Policy,
} from "@parley/shared/policy";
import { sentence } from "../base/sentence.ts";
import { builtInPacks, languageData, sha256 } from "../policy/built-in.ts";
import { builtDigests } from "../policy/language-digests.ts";
import { Unusable } from "./command.ts";
import { fileArgument } from "./file-argument.ts";

/** A policy with its checker. */
interface Ready {
  readonly policy: Policy;
  readonly checker: Checker;
  /** The same rules with those about language, once its model is loaded. */
  readonly checkerWith: (identifier: Identifier) => Checker;
}

/** Checkers by the pack file they add to what comes with Parley; without a file the starter pack is added. */
export interface Checkers {
  readonly forPack: (file: string | undefined) => Promise<Ready>;
}

/** Checkers are made when they are first asked for. Throws `Unusable` for a pack that cannot be used. */
export function createCheckers(): Checkers {
  const languages = languageData();
  const languageDigests = builtDigests();
  const ready = new Map<string | undefined, Ready>();
  return {
    forPack: async (file) => {
      const known = ready.get(file);
      if (known) return known;
      const packs = file === undefined ? builtInPacks({ starter: true }) : await withFile(file, languages);
      const policy = assemblePolicy({ packs, languages, languageDigests, hash: sha256 });
      const made = readyFor(policy);
      ready.set(file, made);
      return made;
    },
  };
}

function readyFor(policy: Policy): Ready {
  let told: Checker | undefined;
  return {
    policy,
    checker: createChecker(policy),
    checkerWith: (identifier) => {
      told ??= createChecker(policy.with({ identifier }));
      return told;
    },
  };
}

/** The pack of a file beside the built-in ones. Reading YAML is loaded only for it. */
async function withFile(file: string, languages: Languages): Promise<readonly Pack[]> {
  const { parsePack, verifyPack } = await import("@parley/shared/pack");
  const base = builtInPacks();
  const parsed = parsePack(readPack(file));
  const [problem] = verifyPack(parsed, { packs: base, languages });
  const { pack } = parsed;
  if (!problem && pack) return [...base.filter(({ id }) => id !== pack.id), pack];
  const { line = 1, column = 1, code = "", details = {} } = problem ?? {};
  const reason = sentence(code, details, "findings.json");
  throw new Unusable("pack_refused", { file, line, column, reason });
}

function readPack(file: string): string {
  const path = fileArgument(file);
  if (!existsSync(path)) throw new Unusable("file_missing", { file });
  return readFileSync(path, "utf8");
}
