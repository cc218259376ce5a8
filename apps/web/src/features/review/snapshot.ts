import type { ResultOf } from "../../gql/graphql.ts";
import type { ReviewDocument } from "./review.documents.ts";

export type Conversation = NonNullable<ResultOf<typeof ReviewDocument>["conversation"]>;
export type Message = Conversation["messages"][number];
export type Draft = Conversation["everyDraft"][number];
export type Revision = Draft["revisions"][number];
export type Found = NonNullable<Draft["verdict"]>["findings"][number];

/** A reply under review and all it is bound to, as the server had it at one moment. */
export interface Snapshot {
  readonly conversation: Conversation;
  readonly draft: Draft;
}

/** What may be different from what a reviewer has on screen. */
export type Difference = "text" | "conversation" | "policy" | "withdrawn";

/** The digest an approval is bound to: of the rules in force now, else of those it was asked under. */
export function policyOf({ draft }: Snapshot): string | null {
  return draft.verdict?.policyDigest ?? draft.check?.policyDigest ?? null;
}

/** What has changed that a decision is bound to. A reply that has been decided on keeps its words, so nothing has. */
export function differences(seen: Snapshot, latest: Snapshot): readonly Difference[] {
  const found: Difference[] = [];
  if (seen.draft.head?.id !== latest.draft.head?.id) found.push("text");
  const open = latest.draft.state === "in_review";
  if (open && seen.conversation.inboundVersion !== latest.conversation.inboundVersion)
    found.push("conversation");
  if (open && policyOf(seen) !== policyOf(latest)) found.push("policy");
  if (seen.draft.state === "in_review" && isTakenBack(latest.draft)) found.push("withdrawn");
  return found;
}

/** Its author writes on, or has put it away: nobody decides on it now. */
const isTakenBack = ({ state, approvals }: Draft): boolean =>
  state === "discarded" || (state === "open" && approvals.every(({ decision }) => decision !== "approved"));

/** Messages that came, changed or went after the reply was asked about. */
export function newSince(messages: readonly Message[], askedAt: string | null): ReadonlySet<string> {
  if (askedAt === null) return new Set();
  const asked = Date.parse(askedAt);
  const after = (at: string | null) => at !== null && Date.parse(at) > asked;
  return new Set(
    messages
      .filter(({ at, editedAt, deletedAt }) => after(at) || after(editedAt) || after(deletedAt))
      .map(({ id }) => id),
  );
}

/** Why the viewer may not decide, or null. */
export function obstacle(
  { conversation, draft }: Snapshot,
  viewerId: string | undefined,
): "role" | "own" | "state" | null {
  if (draft.state !== "in_review") return "state";
  if (!conversation.abilities.includes("reply.decide")) return "role";
  return draft.contributors.some(({ id }) => id === viewerId) ? "own" : null;
}

/** A finding with where it stands: found when it was asked about, found now, or both. */
export interface Weighed extends Omit<Found, "args" | "words" | "pack" | "why"> {
  readonly args?: Found["args"];
  readonly words?: Found["words"];
  readonly pack?: string;
  readonly why: readonly string[];
  readonly since: "both" | "asked" | "now";
  readonly override: { readonly reasonCode: string; readonly text: string } | null;
}

const weight = { error: 0, warning: 1, info: 2 } as const;

/** All findings of both moments, the heaviest first, then by place. */
export function weighed({ check, verdict }: Draft): readonly Weighed[] {
  const asked = new Map((check?.findings ?? []).map((finding) => [finding.id, finding]));
  const now = new Map((verdict?.findings ?? []).map((finding) => [finding.id, finding]));
  const overrides = new Map((check?.overrides ?? []).map((override) => [override.findingId, override]));
  const merged = [...new Set([...asked.keys(), ...now.keys()])].flatMap((id): Weighed[] => {
    const one = now.get(id) ?? asked.get(id);
    if (!one) return [];
    const both = verdict === null || (asked.has(id) && now.has(id));
    const since = both ? "both" : now.has(id) ? "now" : "asked";
    return [{ why: [], ...one, since, override: overrides.get(id) ?? null }];
  });
  return merged.toSorted((a, b) => weight[a.severity] - weight[b.severity] || a.start - b.start);
}

/** A text that the reply can be compared with. */
export interface Earlier {
  readonly id: string;
  readonly kind: "template" | "sent_back" | "revision";
  readonly text: string;
  /** The number of the revision, or the key of the template. */
  readonly name: string;
  readonly language: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

/** What the reply can be compared with: what was sent back last, the template, and every saved state with another text. */
export function earlierTexts({ head, revisions, approvals }: Draft): readonly Earlier[] {
  if (!head) return [];
  const sentBack = approvals.findLast(({ decision }) => decision === "changes_requested")?.revision?.id;
  const others = revisions.filter(
    ({ id, body }) => id !== head.id && body !== head.body && body.trim() !== "",
  );
  const saved = others.toReversed().map(
    ({ id, n, body, language, author, createdAt }): Earlier => ({
      id,
      kind: id === sentBack ? "sent_back" : "revision",
      text: body,
      name: String(n),
      language,
      by: author?.name ?? null,
      at: createdAt,
    }),
  );
  const template = head.templateUses.at(-1);
  const made: Earlier[] = template
    ? [
        {
          id: "template",
          kind: "template",
          text: template.text,
          name: template.key,
          language: template.locale,
          by: null,
          at: null,
        },
      ]
    : [];
  return [
    ...saved.filter(({ kind }) => kind === "sent_back"),
    ...made,
    ...saved.filter(({ kind }) => kind === "revision"),
  ];
}
