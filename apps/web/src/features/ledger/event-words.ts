import { sayCode, type Translate } from "../../base/i18n.ts";
import { type LedgerEvent, numberIn, type Step, textIn } from "./story.ts";

/** Whom a story names. */
export interface Cast {
  readonly customer: string;
  readonly names: ReadonlyMap<string, string>;
}

type Groups = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What happened, as a sentence. An action nobody has words for yet is shown by its code. */
export function sentence(step: Step, cast: Cast, t: Translate): string {
  const { event, events } = step;
  const { action, facts } = event;
  const said = { actor: actorOf(event, cast, t), customer: cast.customer, n: numberIn(facts, "n") ?? 0 };
  const say = (key: string, more: object = {}) => inWords(key, { ...said, ...more }, t);
  switch (action) {
    case "draft.saved":
      return say(action, { count: events.length });
    case "conversation.imported":
      return say(action, { count: numberIn(facts, "messages") ?? 0 });
    case "conversation.assigned":
      return event.subjectId === event.actorId
        ? say("conversation.taken")
        : say(action, { member: cast.names.get(event.subjectId) ?? "…" });
    case "conversation.state_changed":
      return say(action, { state: stateWords(textIn(facts, "state") ?? "", t) });
    case "message.revealed":
      return say(action, { purpose: purposeWords(textIn(facts, "purpose") ?? "", t) });
    case "reply.attempt_ended":
      return say(textIn(facts, "outcome") === "unknown" ? "reply.attempt_lost" : action);
    default:
      return say(action);
  }
}

function inWords(action: string, args: object, t: Translate): string {
  const [group = "", name = ""] = action.split(".");
  return t(($) => ($.ledger.actions as Groups)[group]?.[name] as string, { ...args, defaultValue: action });
}

export function actorOf({ actor, actorId }: LedgerEvent, { names }: Cast, t: Translate): string {
  return actor?.name ?? names.get(actorId) ?? t(($) => $.workbench.product);
}

function stateWords(state: string, t: Translate): string {
  return t(($) => $.conversation.states[state as keyof typeof $.conversation.states], {
    defaultValue: state,
  });
}

function purposeWords(purpose: string, t: Translate): string {
  return t(($) => $.conversation.hidden.purposes[purpose as keyof typeof $.conversation.hidden.purposes], {
    defaultValue: purpose,
  });
}

/** Why a conversation was closed without an answer. */
export function unansweredWords(code: string, t: Translate): string {
  return t(($) => $.conversation.unanswered[code as keyof typeof $.conversation.unanswered], {
    defaultValue: code,
  });
}

/** Why somebody sent in spite of a finding; a brand's own code stands as it is. */
export function overrideWords(code: string, t: Translate): string {
  return t(($) => $.ledger.overrideReasons[code as keyof typeof $.ledger.overrideReasons], {
    defaultValue: code,
  });
}

/** A reason's code in words where there are some: refusals of Parley have them, those of platforms are shown as they are. */
export function codeWords(code: string): string {
  return sayCode("errors", code) ?? code;
}
