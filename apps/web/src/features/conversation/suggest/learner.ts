import type { Ranking } from "@parley/shared/suggest";
import { languageKey } from "@parley/shared/suggest";
import { api } from "../../../base/api.ts";
import { changes } from "../../../base/changes.ts";
import { createStore, type Readable } from "../../../base/store.ts";
import type { Undo } from "../../../base/undo.ts";
import { SuggestionExamplesDocument } from "../conversation.documents.ts";
import type { FromWorker, Progress, RankAsked, ToWorker } from "./suggest.worker.ts";

/** Whose templates, and what customers write them in. */
export interface Subject {
  readonly brandId: string;
  readonly language: string;
}

const progress = createStore<ReadonlyMap<string, Progress>>(new Map());
/** How far each subject is learnt; absent until its examples are there. */
export const learnt: Readable<ReadonlyMap<string, Progress>> = progress;

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

/** A reply is queued, sent and found again within this time: it is asked for once. */
const SETTLED_MS = 1500;
/** A reply may be on its way this long after its conversation was left. */
const UNDER_WAY_MS = 60_000;
const settling = new Map<string, ReturnType<typeof setTimeout>>();

interface Following {
  readonly subject: Subject;
  readonly conversationId: string;
  readonly fail: (error: unknown) => void;
}

/**
 * Keep a subject learnt while a conversation is in front. A reply that goes out there teaches at once, those of others every
 * few minutes: a whole floor of agents does not ask for each reply of each.
 */
export function follow({ subject, conversationId, fail }: Following): Undo {
  const key = keyOf(subject);
  const again = () => learn(subject).catch(fail);
  const stop = changes.listen((change) => {
    if (change?.kind !== "outbox" || change.conversationId !== conversationId) return;
    clearTimeout(settling.get(key));
    const settled = setTimeout(() => {
      fetched.delete(key);
      void again();
    }, SETTLED_MS);
    settling.set(key, settled);
  });
  const regularly = setInterval(again, FRESH_MS);
  void again();
  return () => {
    clearInterval(regularly);
    setTimeout(stop, UNDER_WAY_MS);
  };
}

/** Have a subject learnt, unless that was done a moment ago. */
async function learn(subject: Subject): Promise<void> {
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
      const { key, share, measured } = data;
      progress.update((map) => new Map([...map, [key, { share, measured }]]));
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
