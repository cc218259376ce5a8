import { loadIdentifier } from "@parley/shared/language";
import type { Pack } from "@parley/shared/policy";
import builtIn from "../../../../../../libs/shared/packs/built-in.json";
import { createPackJudge, type PackJudge } from "./pack-judge.ts";

/** A call of one of the judge's functions. */
export interface Asked {
  readonly id: number;
  readonly call: keyof PackJudge;
  readonly with: never;
}

/** Packs with this beginning are in force for every brand. */
const EVERYWHERE = "parley.";
const lexicons = import.meta.glob<{ default: unknown }>("../../../../../../locales/*/lexicons/*.json");
const models = import.meta.glob<{ default: unknown }>("../../../../../../locales/*/models/*.json");

let started: Promise<PackJudge> | null = null;

/** Judges packs beside the page: running all examples takes longer than a keystroke may. */
self.addEventListener("message", async ({ data }: MessageEvent<Asked>) => {
  started ??= start();
  const judge = await started;
  self.postMessage({ id: data.id, answer: await judge[data.call](data.with) });
});

async function start(): Promise<PackJudge> {
  const packs = builtIn as readonly unknown[] as readonly Pack[];
  const loaded = await Promise.all([...partsOf(lexicons, ""), ...partsOf(models, "-model")]);
  const byTag = Map.groupBy(loaded, ({ tag }) => tag);
  return createPackJudge({
    packs: packs.filter(({ id }) => id.startsWith(EVERYWHERE)),
    languages: Object.fromEntries(
      [...byTag].map(([tag, all]) => [tag, Object.fromEntries(all.map(({ name, data }) => [name, data]))]),
    ),
    identifier: loadIdentifier,
  });
}

type Files = Readonly<Record<string, () => Promise<{ default: unknown }>>>;

/** The files of each language, named as the server names them. */
function partsOf(files: Files, suffix: string) {
  return Object.entries(files).map(async ([path, load]) => {
    const [, tag = "", name = ""] = /locales\/([^/]+)\/[^/]+\/(.+)\.json$/.exec(path) ?? [];
    return { tag, name: `${name}${suffix}`, data: (await load()).default };
  });
}
