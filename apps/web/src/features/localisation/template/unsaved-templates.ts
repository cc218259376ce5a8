import { descriptionProblems } from "@parley/shared/template";
import type { Store } from "../../../base/store.ts";
import { createStored } from "../../../base/stored.ts";
import { newWords, type TemplateDraft, type TemplateWords } from "./template-draft.ts";

/** What a member wrote about one template and did not save. It holds no customer's data: it stays in this browser. */
export const unsavedTemplate = (place: string): Store<TemplateDraft | null> =>
  createStored(`template.unsaved.${place}`, readDraft);

/** What was stored, as a draft again; null when it is not understood. */
export function readDraft(stored: unknown): TemplateDraft | null {
  const { version, base, words } = (stored ?? {}) as Partial<Record<keyof TemplateDraft, unknown>>;
  const [from, to] = [readWords(base), readWords(words)];
  return typeof version === "number" && from && to ? { version, base: from, words: to } : null;
}

function readWords(stored: unknown): TemplateWords | null {
  if (typeof stored !== "object" || stored === null) return null;
  const words = { ...newWords(""), ...stored } as TemplateWords;
  const lists = [words.channelClasses, words.variables, words.keywords].every(Array.isArray);
  const texts = [words.key, words.intent, words.sourceLocale, words.title, words.opens, words.closes];
  if (!lists || !texts.every((text) => typeof text === "string")) return null;
  // A part that is no variable at all could not even be shown; every other fault is told beside its field.
  const shown = descriptionProblems(words).every(
    ({ fault, part }) => fault !== "not-a-variable" && !(fault === "unknown" && part !== null),
  );
  return shown ? words : null;
}
