import { CombinedGraphQLErrors } from "@apollo/client/errors";
import { resolveVariant } from "@parley/shared/template";
import { api, codesOf } from "../../../base/api.ts";
import { changes, refetchOnChange } from "../../../base/changes.ts";
import { createStore, type Readable } from "../../../base/store.ts";
import type { Undo } from "../../../base/undo.ts";
import { asSpot, samePlace, type VariantAddress, variantAddress } from "../address.ts";
import { SaveVariantDocument } from "../life.documents.ts";
import { VariantBesideDocument, VariantDocument, VariantPlacesDocument } from "../localisation.documents.ts";
import { backUp, leftBehind } from "./left-behind.ts";
import {
  baseWords,
  isDirty,
  meet,
  newest,
  notYet,
  type Opened,
  type Places,
  type Refusal,
  type Revision,
  type Source,
  type VariantShown,
} from "./opened.ts";
import { sentBlock, type VariantWords, wordsOf } from "./words.ts";

/** One variant in an editor. Its words are the member's until the server has them. */
export class OpenVariant {
  readonly id: string;
  readonly address: VariantAddress;
  readonly #state = createStore<Opened>(notYet);
  #memberId = "";
  #clientId = crypto.randomUUID();
  #watchers = 0;
  #unwatch: Undo | null = null;

  constructor(id: string) {
    this.id = id;
    this.address = variantAddress(id);
  }

  get state(): Readable<Opened> {
    return this.#state;
  }

  /** Follow it while it is on screen. Several panes may show it. */
  watch(memberId: string): Undo {
    this.#memberId = memberId;
    this.#watchers += 1;
    if (this.#watchers === 1) this.#unwatch = this.#follow();
    return () => {
      this.#watchers -= 1;
      if (this.#watchers === 0) this.#unwatch?.();
    };
  }

  async load(): Promise<void> {
    try {
      const latest = await this.#fetch();
      if (latest) this.#meet(latest);
      else this.#change({ status: "missing", error: null });
    } catch (error) {
      if (this.#state.get().status === "ready") return;
      this.#change({ status: "failed", error });
    }
  }

  /** Something was typed. */
  write(changed: Partial<VariantWords>): void {
    const { words } = this.#state.get();
    if (!words) return;
    this.#clientId = crypto.randomUUID();
    this.#change({ words: { ...words, ...changed }, refused: [] });
    this.#keep();
  }

  /** Put another revision's words on screen, to work on from there. */
  restore(revision: Revision): void {
    this.write(wordsOf(revision));
  }

  /** Drop what was typed and not saved. */
  revert(): void {
    const opened = this.#state.get();
    this.#change({ words: baseWords(opened), refused: [] });
    this.#keep();
  }

  /** Store the words as the next revision. Gives its id, or null when it was refused. */
  async save(): Promise<string | null> {
    const { words, baseId, source } = this.#state.get();
    if (!words || !isDirty(this.#state.get())) return newest(this.#state.get())?.id ?? null;
    const { locale, register, channelClass, templateId } = this.address;
    const saved = await this.decide(async () => {
      const { data } = await api().client.mutate({
        mutation: SaveVariantDocument,
        variables: {
          save: {
            templateId,
            locale,
            register,
            channelClass,
            title: words.title,
            keywords: [...words.keywords],
            samples: [...words.samples],
            blocks: words.blocks.map(({ block }) => sentBlock(block)),
            baseId,
            sourceRevisionId: source?.id ?? null,
            clientId: this.#clientId,
          },
        },
      });
      return data?.saveVariant;
    });
    return saved?.revisions[0]?.id ?? null;
  }

  /** Do something that gives back the variant. Null when the server refused; the reason is on screen then. */
  async decide(work: () => Promise<VariantShown | undefined>): Promise<VariantShown | null> {
    if (this.#state.get().busy) return null;
    this.#change({ busy: true, refused: [] });
    try {
      const before = this.#state.get().words;
      const variant = await work();
      if (variant) this.#answered(variant, before);
      return variant ?? null;
    } catch (error) {
      const refused = refusalsOf(error);
      if (refused.length === 0) throw error;
      this.#change({ refused });
      await this.load();
      return null;
    } finally {
      this.#change({ busy: false });
    }
  }

  /** Decide between two texts made from one: theirs is put in, mine can be brought back; or mine becomes the next one. */
  settle(whose: "theirs" | "mine"): void {
    const { conflict, words } = this.#state.get();
    if (!conflict) return;
    this.#change(
      whose === "mine"
        ? { baseId: conflict.id, conflict: null, refused: [] }
        : { baseId: conflict.id, conflict: null, refused: [], words: wordsOf(conflict), setAside: words },
    );
    this.#keep();
  }

  /** Bring back what was written before another's text was taken. */
  bringBack(): void {
    const { setAside } = this.#state.get();
    if (!setAside) return;
    this.write(setAside);
    this.#change({ setAside: null });
  }

  /** What a save took is what it answers; what was typed since stands on it. */
  #answered(variant: VariantShown, sent: VariantWords | null): void {
    const opened = this.#state.get();
    const typedOn = opened.words !== sent;
    const baseId = variant.revisions[0]?.id ?? null;
    const latest = { variant, source: variant.source ?? null };
    // The server trims the title.
    const words = opened.words && { ...opened.words, title: opened.words.title.trim() };
    if (typedOn) this.#change({ ...latest, baseId });
    else this.#state.set(meet({ ...opened, ...latest, words, baseId }, latest));
    this.#keep();
  }

  #meet(latest: Fetched): void {
    const opened = this.#state.get();
    const left = opened.words === null ? leftBehind(this.#place()) : null;
    this.#state.set(meet({ ...opened, template: latest.template }, latest, left));
    this.#keep();
  }

  /** What the server does not have survives a reload in this browser. */
  #keep(): void {
    const opened = this.#state.get();
    const { words, baseId } = opened;
    backUp(this.#place(), words && isDirty(opened) ? { words, baseId } : null);
  }

  #place(): string {
    return `${this.#memberId}/${this.id}`;
  }

  #change(changed: Partial<Opened>): void {
    this.#state.update((state) => ({ ...state, ...changed }));
  }

  async #fetch(): Promise<Fetched | null> {
    const { data } = await api().client.query({
      query: VariantPlacesDocument,
      variables: { templateId: this.address.templateId },
      fetchPolicy: "no-cache",
    });
    const template = data?.template;
    if (!template) return null;
    const row = template.variants.find((one) => samePlace(one, this.address));
    if (!row) return { template, variant: null, source: await this.#sourceOf(template) };
    const { data: found } = await api().client.query({
      query: VariantDocument,
      variables: { variantId: row.id },
      fetchPolicy: "no-cache",
    });
    const variant = found?.variant ?? null;
    return { template, variant, source: variant?.source ?? null };
  }

  /** The source of a text that nobody has begun: as the server would choose it. */
  async #sourceOf({ variants, sourceLocale }: Places): Promise<Source | null> {
    if (this.address.locale === sourceLocale) return null;
    const wanted = { ...this.address, locale: sourceLocale, otherLocales: [] };
    const candidates = variants
      .filter(({ locale, absentReason }) => locale === sourceLocale && absentReason === null)
      .map(({ id, ...spot }) => ({ id, ...asSpot(spot) }));
    const chosen = resolveVariant(candidates, wanted)?.variant;
    return chosen ? revisionBeside(chosen.id) : null;
  }

  #follow(): Undo {
    void this.load();
    const { brandId } = this.address;
    return refetchOnChange(changes, {
      concerns: (change) =>
        change.kind === "template" && change.brandId === brandId && this.#isNear(change.id),
      refetch: () => this.load(),
    });
  }

  /** Itself, or one of its template: the source may have moved, or another place may have been begun. */
  #isNear(variantId: string): boolean {
    const { template } = this.#state.get();
    const own = template?.variants.some(({ id }) => id === variantId) ?? true;
    return own || this.#state.get().variant === null;
  }
}

type Fetched = Pick<Opened, "variant" | "source"> & { readonly template: Places };

/** A variant's text as it is used now: live, else the newest. */
export async function revisionBeside(variantId: string): Promise<Source | null> {
  const { data } = await api().client.query({
    query: VariantBesideDocument,
    variables: { variantId },
    fetchPolicy: "no-cache",
  });
  const { live, revisions } = data?.variant ?? { live: null, revisions: [] };
  return revisions.find(({ id }) => id === live?.id) ?? revisions[0] ?? null;
}

/** The codes of a refusal with what they are about. */
function refusalsOf(error: unknown): readonly Refusal[] {
  if (!CombinedGraphQLErrors.is(error)) return codesOf(error).map((code) => ({ code, details: {} }));
  return error.errors.flatMap(({ extensions }) =>
    typeof extensions?.code === "string"
      ? [{ code: extensions.code, details: (extensions.details ?? {}) as Refusal["details"] }]
      : [],
  );
}

const known = new Map<string, OpenVariant>();

/** The one of this address. */
export function variantOf(id: string): OpenVariant {
  const open = known.get(id) ?? new OpenVariant(id);
  known.set(id, open);
  return open;
}
