import { api } from "../../../base/api.ts";
import type { Conversation } from "../open-conversation.ts";
import type { Suggested, Suggestions } from "../suggest/suggested.ts";
import type { TemplateChoice } from "../template/templates.ts";
import { RankByMeaningDocument } from "./machine.documents.ts";
import { machineHelp } from "./machine-help.ts";

/** How like a template's meaning is to what was asked, by its key. */
export type Meanings = ReadonlyMap<string, number>;

const asked = new Map<string, Promise<Meanings | null>>();

/** Suggestions wait at most so long, in milliseconds; an answer that comes later counts the next time they are made. */
const PATIENCE_MS = 1500;

/** What an outside machine says of a conversation's last message; nothing where it may not, has failed, or is slow. Asked once a message. */
export function meaningsOf(conversation: Conversation): Promise<Meanings | null> {
  if (!machineHelp(conversation).includes("embed")) return Promise.resolve(null);
  const key = `${conversation.id} ${conversation.inboundVersion}`;
  const known = asked.get(key) ?? ask(conversation.id);
  asked.set(key, known);
  const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  return Promise.race([known, tooLate]);
}

/** Suggestions are there without it: what has failed is on record, and no reason to show nothing. */
const ask = (id: string): Promise<Meanings | null> =>
  api()
    .client.mutate({ mutation: RankByMeaningDocument, variables: { id } })
    .then(
      ({ data }) => new Map(data?.rankByMeaning.map(({ template, likeness }) => [template, likeness])),
      () => null,
    );

/** Templates shown when only their meaning speaks for them. */
const SHOWN = 3;
/** How much the first places count against the others, as is usual when rankings are joined. */
const RANK_OFFSET = 10;

/**
 * Join what the desk has learnt with what texts mean, by their places in both rankings. A sure suggestion stays first, and
 * where nothing is learnt yet meaning alone decides; its order counts, its figures are no likelihoods.
 */
export function byMeaning(
  shown: Suggestions,
  choices: readonly TemplateChoice[],
  meanings: Meanings | null,
): Suggestions {
  if (!meanings || meanings.size === 0) return shown;
  const alike = choices
    .filter(({ key }) => meanings.has(key))
    .toSorted((a, b) => (meanings.get(b.key) ?? 0) - (meanings.get(a.key) ?? 0));
  if (shown.kind === "silent" && shown.why === "nothingLike") {
    const suggested = alike.slice(0, SHOWN).map((choice) => ({ choice, score: 0 }));
    return { kind: "ranked", suggested, confident: false, measured: false, byMeaning: true };
  }
  if (shown.kind !== "ranked" || shown.confident) return shown;
  return { ...shown, suggested: joined(shown.suggested, alike), byMeaning: true };
}

function joined(suggested: readonly Suggested[], alike: readonly TemplateChoice[]): readonly Suggested[] {
  const places = new Map(alike.map(({ key }, place) => [key, place]));
  const worth = ({ choice }: Suggested, place: number): number => {
    const other = places.get(choice.key);
    return 1 / (RANK_OFFSET + place) + (other === undefined ? 0 : 1 / (RANK_OFFSET + other));
  };
  return suggested
    .map((one, place) => ({ one, worth: worth(one, place) }))
    .toSorted((a, b) => b.worth - a.worth)
    .map(({ one }) => one);
}
