import { isDirty, newest, type Opened, wrotePartOf } from "./opened.ts";

/** Who looks, and what they may do in the brand. */
export interface Actor {
  readonly id: string;
  readonly abilities: readonly string[];
  /** Whether the brand lets those who wrote a text approve it. */
  readonly ownWords: boolean;
}

/** What a member may do with a variant now. Buttons for the rest are not there. */
export interface May {
  readonly write: boolean;
  readonly save: boolean;
  readonly submit: boolean;
  readonly withdraw: boolean;
  readonly approve: boolean;
  readonly reject: boolean;
  readonly publish: boolean;
  readonly retire: boolean;
  readonly confirm: boolean;
  readonly leaveOut: boolean;
  readonly expect: boolean;
  readonly comment: boolean;
  readonly tick: boolean;
  /** Whether it waits for another person than the one who looks. */
  readonly own: boolean;
}

/** The server decides in the end; this is what is offered. */
export function mayDo(opened: Opened, actor: Actor): May {
  const facts = factsOf(opened, actor);
  const write = actor.abilities.includes("template.write");
  const decide = actor.abilities.includes("template.approve");
  const either = write || decide;
  const { state, settled } = facts;
  return {
    write,
    ...all(write, writing(opened, facts)),
    ...all(decide, deciding(opened, facts)),
    comment: either && state !== null,
    tick: either && settled && (state === "draft" || state === "in-review"),
  };
}

type Facts = ReturnType<typeof factsOf>;

const writing = ({ conflict }: Opened, { state, dirty, settled, absent, isSource, moved }: Facts) => ({
  save: dirty && conflict === null,
  submit: conflict === null && (dirty || state === "draft"),
  withdraw: settled && state === "in-review",
  confirm: settled && moved,
  leaveOut: settled && !absent && !isSource,
  expect: absent,
});

const deciding = ({ variant }: Opened, { state, settled, own }: Facts) => ({
  approve: settled && state === "in-review" && !own,
  reject: settled && (state === "in-review" || state === "approved"),
  publish: settled && state === "approved",
  retire: settled && variant?.live != null,
  own: state === "in-review" && own,
});

/** Nothing of it, for those who lack the ability. */
const all = <K extends string>(
  able: boolean,
  what: Readonly<Record<K, boolean>>,
): Readonly<Record<K, boolean>> =>
  able ? what : (Object.fromEntries(Object.keys(what).map((key) => [key, false])) as Record<K, boolean>);

/** What the text is, as far as it decides what may be done. */
function factsOf(opened: Opened, actor: Actor) {
  const { variant, template, conflict, source } = opened;
  const head = newest(opened);
  const dirty = isDirty(opened);
  return {
    state: head?.state ?? null,
    dirty,
    /** Nothing is being written, so that decisions are about what is on screen. */
    settled: !dirty && conflict === null,
    own: head !== null && !actor.ownWords && wrotePartOf(head, variant?.revisions ?? [], actor.id),
    absent: variant?.absentReason != null,
    isSource: variant !== null && variant.locale === template?.sourceLocale,
    moved: head?.madeFrom != null && source !== null && head.madeFrom.id !== source.id,
  };
}
