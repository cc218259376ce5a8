import type { Fix } from "@parley/shared/policy";
import {
  type Block,
  checkVariant,
  type Template,
  type TemplateFinding,
  type TemplateLanguage,
  type VariantText,
} from "@parley/shared/template";
import { api } from "../../../base/api.ts";
import { createStore, type Readable } from "../../../base/store.ts";
import type { Undo } from "../../../base/undo.ts";
import { CheckVariantDocument } from "../localisation.documents.ts";
import type { OpenVariant } from "./open-variant.ts";
import { type FindingSent, isDirty, type Opened } from "./opened.ts";
import { templateLanguage } from "./template-language.ts";
import { blocksOf, sentBlock } from "./words.ts";

/** A place where a check fires, with a name that a tick can use. */
export interface VariantFinding extends Omit<TemplateFinding, "code"> {
  readonly id: string;
  readonly code: string;
}

/** What the checks say of the text on screen. */
export interface Checked {
  readonly findings: readonly VariantFinding[];
  /** Whether the server has looked at exactly this text. */
  readonly sure: boolean;
}

const PAUSE_MS = 350;

/** The checks of one variant: what the browser can say at once, and a moment later all that the server knows. */
export class VariantCheck {
  readonly #state = createStore<Checked>({ findings: [], sure: false });
  readonly #open: OpenVariant;
  #asked: { readonly key: string; readonly answer: Promise<readonly VariantFinding[]> } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #languages: Languages | null = null;

  constructor(open: OpenVariant) {
    this.#open = open;
  }

  get state(): Readable<Checked> {
    return this.#state;
  }

  /** Check again whenever the text is another one. */
  watch(): Undo {
    let key = "";
    const follow = () => {
      const opened = this.#open.state.get();
      const next = keyOf(opened);
      if (next === key || opened.words === null) return;
      key = next;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.full(), PAUSE_MS);
    };
    const unlisten = this.#open.state.subscribe(follow);
    follow();
    void this.#load();
    return () => {
      clearTimeout(this.#timer);
      unlisten();
    };
  }

  /** What can be said without asking anyone: broken messages, unknown names, missing forms. */
  quick(): readonly VariantFinding[] {
    const checked = checkedOf(this.#open.state.get(), this.#open);
    if (!checked || !this.#languages) return [];
    return named(checkVariant(checked, this.#languages));
  }

  /** All that the server says of the text on screen; asked once for each text. */
  async full(): Promise<readonly VariantFinding[]> {
    const opened = this.#open.state.get();
    const key = keyOf(opened);
    if (this.#asked?.key !== key) this.#asked = { key, answer: ask(opened, this.#open) };
    const { answer } = this.#asked;
    // Nobody reached: the next key asks again, and what the browser knows stands meanwhile.
    const findings = await answer.then(
      (found) => found,
      () => null,
    );
    if (findings === null) this.#asked = null;
    if (key === keyOf(this.#open.state.get()))
      this.#state.set({ findings: findings ?? this.quick(), sure: findings !== null });
    return findings ?? this.quick();
  }

  async #load(): Promise<void> {
    const { brandId, locale } = this.#open.address;
    const language = await templateLanguage(brandId, locale);
    const sourceLocale = this.#open.state.get().template?.sourceLocale ?? locale;
    this.#languages = { language, sourceLanguage: await templateLanguage(brandId, sourceLocale) };
  }
}

interface Languages {
  readonly language: TemplateLanguage;
  readonly sourceLanguage: TemplateLanguage;
}

/** What a verdict is about: the same parts against the same source, decided or not. */
function keyOf(opened: Opened): string {
  const { words, source, variant } = opened;
  const blocks = words?.blocks.map(({ block }) => block) ?? [];
  return JSON.stringify([
    blocks,
    source?.id,
    isDirty(opened),
    variant?.revisions[0]?.id,
    variant?.findings.length,
  ]);
}

/** A text that is stored is judged as it was made; one that is being written, as if it were saved now. */
async function ask(opened: Opened, { address }: OpenVariant): Promise<readonly VariantFinding[]> {
  const { words, variant, source } = opened;
  if (!words) return [];
  if (!isDirty(opened)) return (variant?.findings ?? []).map(asFinding);
  const { templateId, locale, register, channelClass } = address;
  const { data } = await api().client.query({
    query: CheckVariantDocument,
    variables: {
      check: {
        templateId,
        locale,
        register,
        channelClass,
        blocks: words.blocks.map(({ block }) => sentBlock(block)),
        sourceRevisionId: source?.id ?? null,
      },
    },
    fetchPolicy: "no-cache",
  });
  return (data?.checkVariant ?? []).map(asFinding);
}

/** JSON scalars have no types of their own; the schema says what they hold. */
const asFinding = ({ severity, args, fixes, ...finding }: FindingSent): VariantFinding => ({
  ...finding,
  severity: severity as VariantFinding["severity"],
  args: args as VariantFinding["args"],
  fixes: (fixes ?? []) as readonly Fix[],
});

function checkedOf({ words, source, template }: Opened, { address }: OpenVariant) {
  if (!words || !template) return null;
  const place = { ...address, template: template.key, absent: false };
  const text = (blocks: readonly Block[], locale: string): VariantText => ({ ...place, locale, blocks });
  return {
    variant: text(
      words.blocks.map(({ block }) => block),
      address.locale,
    ),
    source: source && text(blocksOf(source.blocks), template.sourceLocale),
    template: templateOf(template),
  };
}

/** The template as the template language knows it. */
export const templateOf = ({
  key,
  intent,
  channelClasses,
  sourceLocale,
  variables,
}: NonNullable<Opened["template"]>): Template => ({
  key,
  intent,
  channelClasses: channelClasses as Template["channelClasses"],
  sourceLocale,
  variables: variables as Template["variables"],
});

/** Names for findings that no server has named. */
function named(findings: readonly TemplateFinding[]): readonly VariantFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const about = JSON.stringify([finding.code, finding.block, finding.args]);
    const nth = seen.get(about) ?? 0;
    seen.set(about, nth + 1);
    return { ...finding, id: `${about} ${nth}` };
  });
}

const known = new WeakMap<OpenVariant, VariantCheck>();

/** The one check of an open variant. */
export function checkOf(open: OpenVariant): VariantCheck {
  const check = known.get(open) ?? new VariantCheck(open);
  known.set(open, check);
  return check;
}
