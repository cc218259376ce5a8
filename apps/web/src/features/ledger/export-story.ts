import { storyOf, type Told } from "./open-story.ts";

/** Save a story as a file: the recorded bytes with their hashes, and the words beside them. */
export function exportStory(id: string): void {
  const told = storyOf(id).told.get();
  const file = new Blob([`${JSON.stringify(exported(id, told), null, 2)}\n`], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `parley-story-${id}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What the file holds. `leaf` is the exact text that was hashed: SHA-256 of a zero byte and its UTF-8. */
export function exported(id: string, { conversation, events }: Pick<Told, "conversation" | "events">) {
  return {
    format: "parley.story/1",
    conversation: id,
    brand: conversation?.brand.name ?? null,
    account: conversation?.account.handle ?? null,
    events: events.map(
      ({ id: eventId, streamSeq, action, at, actor, actorId, leaf, leafHash, words, erased }) => ({
        id: eventId,
        seq: streamSeq,
        action,
        at,
        actor: { id: actorId, name: actor?.name ?? null },
        leaf,
        leafHash,
        words,
        erased,
      }),
    ),
  };
}
