import type { Measured } from "@parley/shared/channel";
import type { Cost, Finding } from "@parley/shared/policy";
import { api } from "../../../base/api.ts";
import { type Change, changes, refetchOnChange } from "../../../base/changes.ts";
import { createStore, type Readable, type Store } from "../../../base/store.ts";
import { type Undo, undoAll } from "../../../base/undo.ts";
import { ReplyRulesDocument } from "../conversation.documents.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import type { Visibility } from "../draft/unsaved.ts";
import type { OpenConversation } from "../open-conversation.ts";
import { identify, settledTag } from "./identify.ts";
import { createOverrides, type Overrides } from "./overrides.ts";
import type { ReplyRules, RulesSaid } from "./reply-rules.ts";

/** What is checked. */
export interface Checked {
  readonly open: OpenConversation;
  readonly keeper: DraftKeeper;
  readonly visibility: Visibility;
}

/** The check of one draft: rules loaded when they are first needed, kept true to what the server says. */
export class ReplyCheck {
  readonly overrides: Store<Overrides>;
  readonly #checked: Checked;
  readonly #findings = createStore<readonly Finding[]>([]);
  readonly #measured = createStore<Measured | null>(null);
  /** Told when the same text may have other findings. */
  readonly #outdated = new Set<() => void>();
  #rules: Promise<ReplyRules> | null = null;
  #ready: ReplyRules | null = null;
  #tags: readonly string[] = [];
  #said: RulesSaid | null = null;

  constructor(checked: Checked) {
    this.#checked = checked;
    this.overrides = createOverrides(`${checked.open.id}.${checked.visibility}`);
  }

  get findings(): Readable<readonly Finding[]> {
    return this.#findings;
  }

  /** The text's length as its channel counts it; null until that is known. */
  get measured(): Readable<Measured | null> {
    return this.#measured;
  }

  /** All findings of a text that cost at most so much. Waits for the rules only the first time. */
  check(body: string, upTo: Cost): readonly Finding[] | Promise<readonly Finding[]> {
    if (upTo === "idle") void this.#identify(body);
    const run = (rules: ReplyRules) => rules.check({ ...this.#checked.keeper.state.get().text, body }, upTo);
    return this.#ready ? run(this.#ready) : this.#load().then(run);
  }

  /** Everything, as the server will check it. */
  async checkAll(): Promise<readonly Finding[]> {
    const rules = await this.#load();
    return rules.check(this.#checked.keeper.state.get().text, "send");
  }

  /** Wait until the text as it stands has its language: told after a send, it would change what was sent. */
  settleLanguage(): Promise<void> {
    return this.#identify(this.#checked.keeper.state.get().text.body);
  }

  /** What the last check found. Most keys only move findings along: that is news to nobody outside the text. */
  found(findings: readonly Finding[]): void {
    const known = this.#findings.get();
    const same = ({ id, severity }: Finding, index: number) =>
      known[index]?.id === id && known[index]?.severity === severity;
    if (findings.length !== known.length || !findings.every(same)) this.#findings.set(findings);
  }

  onOutdated(listener: () => void): Undo {
    this.#outdated.add(listener);
    return () => this.#outdated.delete(listener);
  }

  /** Keep the rules true while the draft is on screen. */
  watch(): Undo {
    const { open, keeper } = this.#checked;
    const concerns = ({ kind, conversationId }: Change) =>
      kind === "policy" || (kind === "conversation" && conversationId === open.id);
    let { language } = keeper.state.get().text;
    const follow = () => {
      const { text } = keeper.state.get();
      this.#count(text.body);
      if (text.language === language) return;
      language = text.language;
      void this.#moved();
    };
    follow();
    return undoAll([
      refetchOnChange(changes, { concerns, refetch: () => this.#reload() }),
      keeper.state.subscribe(follow),
      this.overrides.subscribe(() => this.#tellOutdated()),
    ]);
  }

  #load(): Promise<ReplyRules> {
    this.#rules ??= this.#assemble();
    return this.#rules;
  }

  async #assemble(): Promise<ReplyRules> {
    const { open, visibility, keeper } = this.#checked;
    const [{ replyRules }, said] = await Promise.all([
      import("./reply-rules.ts"),
      this.#said ?? askRules(open.id, visibility),
    ]);
    this.#said = said;
    this.#tags = this.#wantedTags();
    this.#ready = await replyRules(said, this.#tags);
    this.#count(keeper.state.get().text.body);
    return this.#ready;
  }

  #wantedTags(): readonly string[] {
    const { open, keeper } = this.#checked;
    const tags = [keeper.state.get().text.language, open.state.get().conversation?.language];
    return [...new Set(tags.filter((tag): tag is string => typeof tag === "string"))];
  }

  /** The draft is in another language: its words have to be there. */
  async #moved(): Promise<void> {
    const missing = this.#wantedTags().some((tag) => !this.#tags.includes(tag));
    if (this.#said && missing) this.#rules = this.#assemble();
    await this.#load();
    this.#tellOutdated();
  }

  async #reload(): Promise<void> {
    if (!this.#rules) return;
    this.#said = null;
    this.#rules = this.#assemble();
    await this.#rules;
    this.#tellOutdated();
  }

  #tellOutdated(): void {
    for (const listener of [...this.#outdated]) listener();
  }

  #count(body: string): void {
    this.#measured.set(this.#ready?.measure(body) ?? null);
  }

  async #identify(body: string): Promise<void> {
    const { open, keeper } = this.#checked;
    const { conversation } = open.state.get();
    if (body.trim() === "" || !conversation) return;
    const spoken = conversation.language ? [conversation.language] : [];
    const found = await identify(body, [...new Set([...conversation.brand.settings.languages, ...spoken])]);
    const { text } = keeper.state.get();
    // What was typed meanwhile is identified when that is paused.
    if (text.body !== body) return;
    const language = settledTag(text.language, found);
    if (language !== text.language) keeper.change({ language });
  }
}

async function askRules(id: string, visibility: Visibility): Promise<RulesSaid> {
  const { data } = await api().client.query({
    query: ReplyRulesDocument,
    variables: { id, visibility },
    fetchPolicy: "no-cache",
  });
  const conversation = data?.conversation;
  if (!conversation) throw new Error("the answer about the rules is empty");
  const { brand } = conversation;
  // JSON scalars have no types of their own; both are what the policy engine names in the schema's descriptions.
  const said: { readonly context: object; readonly brand: object } = {
    context: conversation.replyContext,
    brand: brand.settings.rules,
  };
  return {
    context: said.context as RulesSaid["context"],
    brand: said.brand as RulesSaid["brand"],
    packs: brand.policy.packs.map(({ source }) => source),
  };
}

const known = new Map<string, ReplyCheck>();

/** The one check of a draft. */
export function checkOf(checked: Checked): ReplyCheck {
  const key = `${checked.open.id} ${checked.visibility}`;
  const check = known.get(key) ?? new ReplyCheck(checked);
  known.set(key, check);
  return check;
}
