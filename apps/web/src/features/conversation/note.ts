import { createStore, type Store } from "../../base/store.ts";
import { noText } from "./draft/draft-text.ts";
import { backUp, leftBehind } from "./draft/unsaved.ts";
import { addNote } from "./work.ts";

interface NotePlace {
  readonly memberId: string;
  readonly conversationId: string;
}

/** A note being written. */
export interface WrittenNote {
  readonly text: Store<string>;
  readonly type: (text: string) => void;
  /** Bring back what a page that is gone left behind. */
  readonly restore: () => void;
  /** Leave it to the colleagues. */
  readonly leave: () => Promise<void>;
}

const known = new Map<string, WrittenNote>();

/** The one note that is being written in a conversation. */
export function noteOf(at: NotePlace): WrittenNote {
  const note = known.get(at.conversationId) ?? createNote(at);
  known.set(at.conversationId, note);
  return note;
}

function createNote(at: NotePlace): WrittenNote {
  const place = { ...at, visibility: "note" as const };
  const text = createStore("");
  const type = (body: string) => {
    text.set(body);
    backUp(place, body === "" ? null : { text: { ...noText, body }, baseId: null });
  };
  const restore = async () => {
    for (const left of await leftBehind(at.memberId)) {
      if (left.conversationId !== at.conversationId || left.visibility !== "note") continue;
      if (text.get() === "") type(left.unsaved.text.body);
      left.forget();
    }
  };
  return {
    text,
    type,
    restore: () => void restore(),
    leave: async () => {
      const body = text.get();
      await addNote(at.conversationId, body);
      // What was typed while it went stays.
      if (text.get() === body) type("");
    },
  };
}
