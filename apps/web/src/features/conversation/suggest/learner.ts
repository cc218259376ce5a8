import type { Ranking } from "@parley/shared/suggest";
import { languageKey } from "@parley/shared/suggest";
import { api } from "../../../base/api.ts";
import { changes } from "../../../base/changes.ts";
import { createStore, type Readable } from "../../../base/store.ts";
import { SuggestionExamplesDocument } from "../conversation.documents.ts";
import type { FromWorker, RankAsked, ToWorker } from "./suggest.worker.ts";

/** Whose templates, and what customers write them in. */
export interface Subject {
  readonly brandId: string;
  readonly language: string;
}

const progress = createStore<ReadonlyMap<string, number>>(new Map());
/** How much of each subject is learnt, 0 to 1; absent until its examples are there. */
export const learnt: Readable<ReadonlyMap<string, number>> = progress;

/** The name of a subject in `learnt`. */
export const keyOf = ({ brandId, language }: Subject): string => `${brandId} ${languageKey(language)}`;

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, (ranking: Ranking) => void>();
const none: Ranking = { suggestions: [], confident: false };

/** When each subject was last asked for; what is older than a while is asked for again, with the replies sent since. */
const fetched = new Map<string, number>();
const FRESH_MS = 5 * 60_000;
changes.listen((change) => {
  if (change === null || change.kind === "template" || change.kind === "policy") fetched.clear();
});

/** Have a subject learnt, unless that was done a moment ago. */
export async function learn(subject: Subject): Promise<void> {
  const key = keyOf(subject);
  const last = fetched.get(key);
  if (last !== undefined && Date.now() - last < FRESH_MS) return;
  fetched.set(key, Date.now());
  try {
    const { data } = await api().client.query({
      query: SuggestionExamplesDocument,
      variables: { ...subject },
      fetchPolicy: "no-cache",
    });
    const rows = data?.suggestionExamples ?? [];
    tell({
      kind: "learn",
      key,
      examples: rows.map(({ locale, text, template }) => ({ lang: locale, text, label: template })),
      uses: rows
        .filter(({ kind }) => kind === "reply")
        .map(({ template, traits }) => ({ label: template, traits })),
    });
  } catch (error) {
    fetched.delete(key);
    throw error;
  }
}

/** Rank templates for a message, beside the page. */
export function rank(question: RankAsked): Promise<Ranking> {
  asked += 1;
  const id = asked;
  tell({ kind: "rank", id, ...question });
  return new Promise((resolve) => waiting.set(id, resolve));
}

function tell(message: ToWorker): void {
  worker ??= start();
  worker.postMessage(message);
}

function start(): Worker {
  const started = new Worker(new URL("./suggest.worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === "learnt") {
      progress.update((map) => new Map([...map, [data.key, data.share]]));
      return;
    }
    waiting.get(data.id)?.(data.ranking);
    waiting.delete(data.id);
  });
  // Without it nothing is suggested, and every template can still be searched for.
  started.addEventListener("error", () => {
    for (const resolve of waiting.values()) resolve(none);
    waiting.clear();
  });
  return started;
}
