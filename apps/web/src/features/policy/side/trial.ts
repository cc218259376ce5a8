import { CHANNEL_IDS, hasVisibility, isChannelId, type Visibility } from "@parley/shared/channel";
import type { Finding } from "@parley/shared/policy";
import { createStore, type Store } from "../../../base/store.ts";
import { createStoredInTab } from "../../../base/stored.ts";
import { askJudge } from "../judge/ask-judge.ts";
import type { Tried } from "../judge/pack-judge.ts";
import type { OpenPack } from "../pack/open-pack.ts";

/** A text to try, and where it would be written. */
export interface TrialText {
  readonly text: string;
  readonly channel: string;
  readonly visibility: Visibility;
  /** Null: as it is identified. */
  readonly language: string | null;
}

const NOTHING: TrialText = { text: "", channel: "x", visibility: "public", language: null };

/** One trial for all packs of a page: a text that one pack is tried with is soon tried with the next. Gone with the tab. */
export const trial: Store<TrialText> = createStoredInTab("policy.trial", readTrial);

/** What was last found in it. */
export const tried: Store<Tried | null> = createStore<Tried | null>(null);

export const channels: readonly string[] = CHANNEL_IDS.filter((id) => id !== "sandbox");

/** Whether one can write there so that these can read it. */
export const isPossible = (channel: string, visibility: Visibility): boolean =>
  isChannelId(channel) && hasVisibility(channel, visibility);

/** Another channel, read by whom it can be read. */
export function onChannel(before: TrialText, channel: string): TrialText {
  const other = before.visibility === "public" ? "private" : "public";
  const visibility = isPossible(channel, before.visibility) ? before.visibility : other;
  return { ...before, channel, visibility };
}

/** Check the text with the pack as it is being written, and all other rules of the brand. */
export async function tryOut(pack: OpenPack, text: string): Promise<readonly Finding[]> {
  const { channel, visibility, language } = trial.get();
  const settings = pack.state.get().brand?.settings;
  const register = settings?.registers.find((one) => one.language === language)?.register;
  const found = await askJudge("tryOut", {
    ...{ text, language },
    source: pack.readable,
    beside: pack.beside,
    brand: pack.brandProfile,
    context: {
      ...{ channel, visibility },
      countries: settings?.countries ?? [],
      among: settings?.languages ?? [],
      ...(register === "formal" || register === "informal" ? { register } : {}),
    },
  });
  tried.set(found);
  return found.findings;
}

function readTrial(stored: unknown): TrialText {
  const value = (stored ?? {}) as Partial<Record<keyof TrialText, unknown>>;
  return {
    text: typeof value.text === "string" ? value.text : NOTHING.text,
    channel: typeof value.channel === "string" ? value.channel : NOTHING.channel,
    visibility: value.visibility === "private" ? "private" : "public",
    language: typeof value.language === "string" ? value.language : null,
  };
}
