import { EditorView } from "@codemirror/view";
import type { BrandProfile } from "@parley/shared/policy";
import { api } from "../../../base/api.ts";
import { changes, refetchOnChange } from "../../../base/changes.ts";
import { createStore, type Readable, type Store } from "../../../base/store.ts";
import type { Undo } from "../../../base/undo.ts";
import { replaceText } from "../../../editor/replace-text.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import { askJudge } from "../judge/ask-judge.ts";
import type { Judged, Vocabulary } from "../judge/pack-judge.ts";
import { type PolicyBrand, policies, refreshPolicies } from "../policies.ts";
import { PackVersionsDocument } from "../policy.documents.ts";
import { builtInSource, isBuiltIn } from "./built-in-packs.ts";
import { PackDryRun } from "./dry-run.ts";
import { type DraftPlace, keepDraft, keptDraft } from "./kept-draft.ts";
import { firstSource } from "./new-pack.ts";

export type PackVersion = ResultOf<typeof PackVersionsDocument>["policyVersions"][number];

export interface PackState {
  readonly status: "loading" | "ready" | "missing" | "failed";
  readonly error: unknown;
  readonly brand: PolicyBrand | null;
  /** All versions, newest first; none of a pack that comes with Parley or is new. */
  readonly versions: readonly PackVersion[];
  readonly inForce: PackVersion | null;
  /** The text as it is being written. */
  readonly source: string;
  /** The text it was made from. */
  readonly original: string;
  /** The version it was made from; null for a new pack. */
  readonly base: string | null;
  /** Whether the browser keeps what is typed. */
  readonly kept: boolean;
}

/** What stands beside the text. */
export const sides = ["examples", "try", "dryRun", "reports", "versions"] as const;
export type Side = (typeof sides)[number];

/** A version to compare with, or none. */
export type Compared = PackVersion | "original" | null;

/** One pack, as it is in force and as it is being written. What is typed is kept in this browser at once. */
export class OpenPack {
  readonly brandId: string;
  readonly packId: string;
  readonly builtIn: boolean;
  readonly compared: Store<Compared> = createStore<Compared>(null);
  readonly publishing: Store<boolean> = createStore(false);
  /** Why a new version is put in force, as far as it is written. */
  readonly reason: Store<string> = createStore("");
  readonly side: Store<Side> = createStore<Side>("examples");
  readonly dryRun = new PackDryRun();
  /** The line of the caret, counted from 1. */
  readonly caret: Store<number> = createStore(1);
  readonly editor: Store<EditorView | null> = createStore<EditorView | null>(null);
  readonly #place: DraftPlace;
  readonly #state: Store<PackState>;
  readonly #judged = createStore<Judged | null>(null);
  readonly #fared = createStore<Judged | null>(null);
  #vocabulary: Vocabulary = { lexicons: [], packs: [], languages: [] };
  /** The last text that could be read: texts are tried with it while the present one cannot. */
  #readable = "";

  constructor(place: DraftPlace) {
    this.#place = place;
    this.brandId = place.brandId;
    this.packId = place.packId;
    this.builtIn = isBuiltIn(place.packId);
    this.#state = createStore<PackState>({
      status: "loading",
      error: null,
      brand: null,
      versions: [],
      inForce: null,
      ...{ source: "", original: "", base: null, kept: true },
    });
  }

  get state(): Readable<PackState> {
    return this.#state;
  }

  /** What was last said about the text; null before that. */
  get judged(): Readable<Judged | null> {
    return this.#judged;
  }

  /** What was said when the text could last be read. */
  get fared(): Readable<Judged | null> {
    return this.#fared;
  }

  get vocabulary(): Vocabulary {
    return this.#vocabulary;
  }

  get brandProfile(): BrandProfile {
    // A JSON scalar has no type of its own; it is what the policy engine names in the schema's description.
    const rules: object = this.#state.get().brand?.settings.rules ?? {};
    return rules as BrandProfile;
  }

  /** The brand's other packs in force. */
  get beside(): readonly string[] {
    const packs = this.#state.get().brand?.policy.packs ?? [];
    return packs.filter(({ packId }) => packId !== this.packId).map(({ source }) => source);
  }

  get readable(): string {
    return this.#readable;
  }

  watch(): Undo {
    void this.load();
    return refetchOnChange(changes, {
      concerns: ({ kind, brandId }) => kind === "policy" && brandId === this.brandId,
      refetch: () => this.load(),
    });
  }

  async load(): Promise<void> {
    try {
      await refreshPolicies();
      const brand = policies.get().brands.find(({ id }) => id === this.brandId) ?? null;
      const versions = this.builtIn ? [] : await this.#versions();
      const inForce = versions.find((version) => version.inForce) ?? null;
      const original = this.builtIn ? await builtInSource(this.packId) : (inForce?.source ?? null);
      this.#begin({ brand, versions, inForce, original });
      this.#vocabulary = await askJudge("vocabulary", this.beside);
    } catch (error) {
      this.#change({ status: "failed", error });
    }
  }

  /** The text has been changed in the editor. */
  type(source: string): void {
    const { base, original, inForce } = this.#state.get();
    // Of a new pack there is nothing but the draft.
    const same = inForce !== null && source === original;
    const kept = keepDraft(this.#place, same ? null : { source, base });
    this.#change({ source, kept });
  }

  /** Change the text from outside of the editor; it can be undone there. */
  write(source: string): void {
    const view = this.editor.get();
    if (view) replaceText(view, source);
    else this.type(source);
  }

  /** Go on from the text in force, and lose what was typed. */
  discard(): void {
    const { inForce, original } = this.#state.get();
    this.#change({ base: inForce?.version ?? null });
    this.write(original);
    keepDraft(this.#place, null);
  }

  /** Keep what was typed, as a change of the version that somebody else has put in force meanwhile. */
  rebase(): void {
    const { inForce, source } = this.#state.get();
    this.#change({ base: inForce?.version ?? null });
    this.type(source);
  }

  /** It has been published: what is in force is what was typed. */
  published(version: string): void {
    const { source } = this.#state.get();
    keepDraft(this.#place, null);
    this.reason.set("");
    this.compared.set(null);
    this.dryRun.forget();
    this.#change({ base: version, original: source });
  }

  async judge(source: string): Promise<Judged> {
    const judged = await askJudge("judge", { source, beside: this.beside });
    if (source !== this.#state.get().source) return judged;
    if (judged.examples) {
      this.#readable = source;
      this.#fared.set(judged);
    }
    this.#judged.set(judged);
    return judged;
  }

  /** Stand at a line of the text. */
  reveal(line: number, column = 1): void {
    const view = this.editor.get();
    if (!view) return;
    const at = view.state.doc.line(Math.min(line, view.state.doc.lines));
    const anchor = Math.min(at.from + column - 1, at.to);
    view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    view.focus();
  }

  async #versions(): Promise<readonly PackVersion[]> {
    const { data } = await api().client.query({
      query: PackVersionsDocument,
      variables: { brandId: this.brandId },
      fetchPolicy: "no-cache",
    });
    return (data?.policyVersions ?? []).filter(({ packId }) => packId === this.packId);
  }

  #begin(
    found: Pick<PackState, "brand" | "versions" | "inForce"> & { readonly original: string | null },
  ): void {
    const before = this.#state.get();
    const original = found.original ?? firstSource(this.packId);
    const draft = keptDraft(this.#place);
    const isNew = found.original === null;
    const status = found.brand && (!isNew || draft) ? "ready" : "missing";
    if (before.status === "ready") this.#follow({ ...found, original });
    else {
      const base = draft ? draft.base : (found.inForce?.version ?? null);
      const source = draft?.source ?? original;
      this.#readable = original;
      this.#change({ ...found, original, status, error: null, base, source });
    }
  }

  /** The server has something newer. A text that nobody has changed becomes it; another one stays. */
  #follow(found: Pick<PackState, "brand" | "versions" | "inForce"> & { readonly original: string }): void {
    const { source, original } = this.#state.get();
    const untouched = source === original || source === found.original;
    this.#change({ ...found, ...(untouched ? { base: found.inForce?.version ?? null } : {}) });
    if (untouched) this.write(found.original);
    if (untouched) keepDraft(this.#place, null);
  }

  #change(changed: Partial<PackState>): void {
    this.#state.update((state) => ({ ...state, ...changed }));
  }
}

/** Whether the text differs from the one it was made from. */
export const isChanged = ({ source, original }: PackState): boolean => source !== original;

/** Whether somebody else has put a version in force since this text was begun. */
export const isOvertaken = (state: PackState): boolean =>
  state.status === "ready" && isChanged(state) && (state.inForce?.version ?? null) !== state.base;

const known = new Map<string, OpenPack>();

/** The one of this address, `BRAND/PACK`, and member. */
export function packOf(id: string, memberId: string): OpenPack {
  const key = `${memberId} ${id}`;
  const [brandId = "", packId = ""] = id.split("/");
  const pack = known.get(key) ?? new OpenPack({ memberId, brandId, packId });
  known.set(key, pack);
  return pack;
}
