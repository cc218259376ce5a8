import { api, codesOf } from "../../../base/api.ts";
import { createStore, type Readable, type Store } from "../../../base/store.ts";
import type { Undo } from "../../../base/undo.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import type { BrandList } from "../brand-list.ts";
import { templatesOf } from "./open-templates.ts";
import { AddTemplateDocument, AffectedTextsDocument, ChangeTemplateDocument } from "./template.documents.ts";
import {
  beginDraft,
  clashesOf,
  type Described,
  isChanged,
  newWords,
  rebased,
  type TemplateDraft,
  type TemplateWords,
  wordsOf,
} from "./template-draft.ts";
import { unsavedTemplate } from "./unsaved-templates.ts";

export type AffectedText = ResultOf<typeof AffectedTextsDocument>["affectedTexts"][number];

interface Desk {
  readonly busy: boolean;
  readonly error: unknown;
  /** Somebody wanted to save: what is empty is a problem from now on. */
  readonly tried: boolean;
  /** What was written before somebody else's description was taken. */
  readonly setAside: TemplateWords | null;
  /** The texts that would be stale by contract; null while nobody knows. */
  readonly affected: readonly AffectedText[] | null;
}

/** What stands after `template:` for one that is new. */
export const NEW = "new";

const calm: Desk = { busy: false, error: null, tried: false, setAside: null, affected: null };

export interface DeskPlace {
  readonly memberId: string;
  readonly brandId: string;
  /** `NEW`, or a template's. */
  readonly templateId: string;
}

/** Where a member describes a template. What they wrote is theirs until the server has it. */
export class TemplateDesk {
  readonly templates: BrandList<Described>;
  readonly draft: Store<TemplateDraft | null>;
  readonly isNew: boolean;
  readonly #place: DeskPlace;
  readonly #state = createStore<Desk>(calm);
  #asked = 0;

  constructor(place: DeskPlace) {
    const { memberId, brandId, templateId } = place;
    this.#place = place;
    this.isNew = templateId === NEW;
    this.templates = templatesOf(brandId);
    this.draft = unsavedTemplate(`${memberId}/${brandId}/${templateId}`);
  }

  get state(): Readable<Desk> {
    return this.#state;
  }

  /** As the server has it; null for a new one. */
  template(): Described | null {
    return this.templates.state.get().rows.find(({ id }) => id === this.#place.templateId) ?? null;
  }

  /** What the form shows. */
  words(): TemplateWords {
    const template = this.template();
    return this.draft.get()?.words ?? (template ? wordsOf(template) : this.#blank());
  }

  watch(): Undo {
    const unlisten = this.templates.state.subscribe(() => this.#meet());
    const unwatch = this.templates.watch();
    return () => {
      unwatch();
      unlisten();
    };
  }

  write(changed: Partial<TemplateWords>): void {
    const template = this.template();
    const blank = this.#blank();
    const draft =
      this.draft.get() ?? (template ? beginDraft(template) : { version: 0, base: blank, words: blank });
    this.#change({ error: null });
    this.#put({ ...draft, words: { ...draft.words, ...changed } });
  }

  drop(): void {
    this.draft.set(null);
    this.#change(calm);
  }

  /** Show what is still empty as a problem. */
  tried(): void {
    this.#change({ tried: true });
  }

  /** Store the description. Null when the server refused; the reason is on screen then, and what was written too. */
  async save(): Promise<{ readonly template: Described; readonly words: TemplateWords } | null> {
    const draft = this.draft.get();
    if (!draft || this.#state.get().busy) return null;
    this.#change({ busy: true, error: null });
    try {
      const template = await (this.isNew ? this.#add(draft.words) : this.#store(draft));
      await this.templates.load();
      this.#saved(draft, template);
      return { template, words: draft.words };
    } catch (error) {
      if (codesOf(error).some((code) => code === "STALE" || code === "BAD_USER_INPUT"))
        await this.templates.load();
      this.#change({ error });
      return null;
    } finally {
      this.#change({ busy: false });
    }
  }

  /** Decide between two descriptions of what both changed. */
  settle(whose: "mine" | "theirs"): void {
    const [draft, template] = [this.draft.get(), this.template()];
    if (!draft || !template) return;
    this.#change({ error: null, ...(whose === "theirs" && { setAside: draft.words }) });
    this.#put(rebased(draft, template, whose));
  }

  bringBack(): void {
    const { setAside } = this.#state.get();
    this.#change({ setAside: null });
    if (setAside) this.write(setAside);
  }

  /** Ask which texts would not fit the template any more. The newest question's answer counts. */
  async weigh(): Promise<void> {
    const draft = this.draft.get();
    this.#asked += 1;
    const asked = this.#asked;
    if (this.isNew || !draft) return this.#change({ affected: null });
    try {
      const { data } = await api().client.query({
        query: AffectedTextsDocument,
        variables: { templateId: this.#place.templateId, variables: [...draft.words.variables] },
        fetchPolicy: "no-cache",
      });
      if (asked === this.#asked) this.#change({ affected: data?.affectedTexts ?? null });
    } catch {
      // Saving says whether the server can be reached; this only looks ahead.
      if (asked === this.#asked) this.#change({ affected: null });
    }
  }

  async #add({
    kind,
    key,
    sourceLocale,
    intent,
    channelClasses,
    variables,
  }: TemplateWords): Promise<Described> {
    const { brandId } = this.#place;
    const template = { brandId, kind, key, sourceLocale, intent, channelClasses: [...channelClasses] };
    const { data } = await api().client.mutate({
      mutation: AddTemplateDocument,
      variables: { template: { ...template, variables: [...variables] } },
    });
    return there(data?.addTemplate);
  }

  async #store(draft: TemplateDraft): Promise<Described> {
    const { data } = await api().client.mutate({
      mutation: ChangeTemplateDocument,
      variables: { change: this.#changeOf(draft) },
    });
    return there(data?.changeTemplate);
  }

  /** A new one is written first in the language that the others were. */
  #blank(): TemplateWords {
    return newWords(this.templates.state.get().rows[0]?.sourceLocale ?? "en");
  }

  #changeOf({ version, words: { intent, channelClasses, variables } }: TemplateDraft) {
    const { templateId } = this.#place;
    return { templateId, version, intent, channelClasses: [...channelClasses], variables: [...variables] };
  }

  /** What was written while the server was asked stands on what it has. */
  #saved(sent: TemplateDraft, template: Described): void {
    const now = this.draft.get();
    const typedOn = now !== null && now.words !== sent.words && !this.isNew;
    this.#put(typedOn ? { ...beginDraft(template), words: now.words } : null);
    this.#change({ tried: false, setAside: null, affected: null });
  }

  /** A colleague's change that touches other parts is taken in: nothing is to be decided there. */
  #meet(): void {
    const [draft, template] = [this.draft.get(), this.template()];
    if (!draft || !template || template.version <= draft.version) return;
    if (clashesOf(draft, wordsOf(template)).length === 0) this.#put(rebased(draft, template, "mine"));
  }

  #put(draft: TemplateDraft | null): void {
    this.draft.set(draft && isChanged(draft) ? draft : null);
  }

  #change(changed: Partial<Desk>): void {
    this.#state.update((state) => ({ ...state, ...changed }));
  }
}

function there(template: Described | undefined): Described {
  if (!template) throw new Error("the answer about a template is empty");
  return template;
}

const known = new Map<string, TemplateDesk>();

/** The desk of a member for a template. */
export function deskOf(place: DeskPlace): TemplateDesk {
  const key = `${place.memberId}/${place.brandId}/${place.templateId}`;
  const desk = known.get(key) ?? new TemplateDesk(place);
  known.set(key, desk);
  return desk;
}
