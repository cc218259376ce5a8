import { api, codesOf } from "../../../base/api.ts";
import { createStore, type Readable } from "../../../base/store.ts";
import { SaveDraftDocument } from "../conversation.documents.ts";
import { DraftKeeper, type SaveAnswer, type SaveAsked } from "./draft-keeper.ts";
import { unresolvedIn } from "./draft-text.ts";
import { backUp, type DraftPlace, type Visibility } from "./unsaved.ts";

/** The keepers of this page by conversation and visibility: they outlive the tabs that show them. */
const keepers = createStore<ReadonlyMap<string, DraftKeeper>>(new Map());

export const allKeepers: Readable<ReadonlyMap<string, DraftKeeper>> = keepers;

/** The one keeper of a draft. */
export function keeperOf(place: DraftPlace): DraftKeeper {
  const key = `${place.conversationId} ${place.visibility}`;
  const known = keepers.get().get(key);
  if (known) return known;
  const keeper = new DraftKeeper({
    save: (asked) => save(place, asked),
    backUp: (unsaved) => backUp(place, unsaved),
    newId: () => crypto.randomUUID(),
    isPassing,
  });
  keepers.set(new Map([...keepers.get(), [key, keeper]]));
  return keeper;
}

/** Those of one conversation that somebody has asked for. */
export function keepersOf(conversationId: string): readonly (readonly [Visibility, DraftKeeper])[] {
  return (["public", "private"] as const).flatMap((visibility) => {
    const keeper = keepers.get().get(`${conversationId} ${visibility}`);
    return keeper ? [[visibility, keeper] as const] : [];
  });
}

/** Save everything that is not saved yet. */
export async function flushAll(): Promise<void> {
  await Promise.all([...keepers.get().values()].map((keeper) => keeper.flush()));
}

async function save(place: DraftPlace, { text, baseId, clientId }: SaveAsked): Promise<SaveAnswer> {
  const { data } = await api().client.mutate({
    mutation: SaveDraftDocument,
    variables: {
      save: {
        clientId,
        conversationId: place.conversationId,
        visibility: place.visibility,
        body: text.body,
        ...(baseId ? { baseId } : {}),
        ...(text.language ? { language: text.language } : {}),
        templateUses: text.uses.map(
          ({ templateRevisionId, key, locale, register, channelClass, text: words }) => ({
            templateRevisionId,
            key,
            locale,
            register,
            channelClass,
            text: words,
          }),
        ),
        unresolved: [...unresolvedIn(text)],
      },
    },
  });
  if (!data) throw new Error("the answer about a saved draft is empty");
  const { draft, revision, conflict } = data.saveDraft;
  // A repeated save does not say again that it came too late, but the draft shows whose text stands there.
  const other = draft.head && draft.head.id !== revision.id ? draft.head : null;
  return { draftId: draft.id, revision, conflict: conflict ?? other };
}

/** Worth trying again by itself: nobody answered, the database was away, or the session has to be renewed first. */
function isPassing(error: unknown): boolean {
  const codes = codesOf(error);
  return ["SERVER_UNREACHABLE", "DATABASE_UNAVAILABLE", "UNAUTHENTICATED", "INTERNAL"].some((code) =>
    codes.includes(code),
  );
}
