import type { Ranking } from "@parley/shared/suggest";
import { createStore, type Readable } from "../../../base/store.ts";
import { type Undo, undoAll } from "../../../base/undo.ts";
import type { Visibility } from "../draft/unsaved.ts";
import { byMeaning, meaningsOf } from "../machine/by-meaning.ts";
import type { Conversation } from "../open-conversation.ts";
import { type TemplateChoice, templatesFor } from "../template/templates.ts";
import { follow, keyOf, learnt, rank } from "./learner.ts";
import { circumstancesOf, questionOf } from "./question.ts";
import type { Suggestions } from "./suggested.ts";

/** Below this share nothing is shown: a list of guesses costs more time than a search. */
const LEAST_SCORE = 0.1;
/** So many are always shown, and more while they are likely enough. */
const SHOWN = 3;
const LIKELY_ENOUGH = 0.03;

interface Followed {
  readonly conversation: Conversation;
  readonly visibility: Visibility;
}

/** The suggestions for an open conversation, kept up while more is learnt. */
export function followSuggestions({
  conversation,
  visibility,
}: Followed): Readable<Suggestions> & { readonly stop: Undo } {
  const state = createStore<Suggestions>({ kind: "reading" });
  const subject = { brandId: conversation.brand.id, language: languageOf(conversation) };
  const key = keyOf(subject);
  let turn = 0;
  let stopped = false;

  async function refresh(): Promise<void> {
    turn += 1;
    const own = turn;
    const next = await suggestionsFor({ conversation, visibility, key, lang: subject.language });
    if (own === turn && !stopped) state.set(next);
  }
  const fail = (error: unknown) => {
    if (!stopped) state.set({ kind: "failed", error });
  };
  // Twice for each lesson: once by heart, and once when a model is trained. What lies between changes nothing.
  let seen = learnt.get().get(key);
  const unsubscribe = learnt.subscribe(() => {
    const progress = learnt.get().get(key);
    if (progress === seen || (progress?.share !== 0 && progress?.share !== 1)) return;
    seen = progress;
    refresh().catch(fail);
  });
  const unfollow = follow({ subject, conversationId: conversation.id, fail });
  if (seen !== undefined) refresh().catch(fail);
  return {
    ...state,
    stop: undoAll([
      unsubscribe,
      unfollow,
      () => {
        stopped = true;
      },
    ]),
  };
}

const languageOf = ({ language, brand }: Conversation): string =>
  language ?? brand.settings.languages[0] ?? "en";

interface Asking extends Followed {
  readonly key: string;
  readonly lang: string;
}

async function suggestionsFor({ conversation, visibility, key, lang }: Asking): Promise<Suggestions> {
  const text = questionOf(conversation);
  if (text.trim() === "") return { kind: "silent", why: "nothingAsked" };
  const choices = await templatesFor(conversation.id, visibility);
  const here = circumstancesOf(conversation, visibility, choices);
  const ranking = await rank({ key, lang, text, among: choices.map((choice) => choice.key), here });
  const shown = shownOf(ranking, choices, learnt.get().get(key)?.measured ?? false);
  return byMeaning(shown, choices, await meaningsOf(conversation));
}

/** What is shown of a ranking. */
export function shownOf(
  { suggestions, confident }: Ranking,
  choices: readonly TemplateChoice[],
  measured: boolean,
): Suggestions {
  const byKey = new Map(choices.map((choice) => [choice.key, choice]));
  const suggested = suggestions.flatMap(({ label, score }, place) => {
    const choice = byKey.get(label);
    return choice && (place < SHOWN || score >= LIKELY_ENOUGH) ? [{ choice, score }] : [];
  });
  if (suggested.length === 0 || (measured && (suggested[0]?.score ?? 0) < LEAST_SCORE)) {
    return { kind: "silent", why: "nothingLike" };
  }
  return { kind: "ranked", suggested, confident: confident && measured, measured };
}
