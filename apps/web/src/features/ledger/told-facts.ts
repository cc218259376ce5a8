import { type LedgerEvent, listIn, numberIn, textIn, textsIn } from "./story.ts";

export interface ToldFinding {
  readonly id: string;
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  /** The decision to send in spite of it. */
  readonly override: { readonly reason: string; readonly words: string } | null;
}

/** What an event's record says besides the words, as far as it is understood here. */
export interface ToldFacts {
  readonly revision: number | null;
  readonly policy: string | null;
  /** Ids of template revisions. */
  readonly templates: readonly string[];
  /** Null where nothing was checked. */
  readonly findings: readonly ToldFinding[] | null;
  /** Why or how it ended, as a code. */
  readonly outcome: string | null;
  /** Why a conversation needed no answer, as a code. */
  readonly unanswered: string | null;
}

export function toldFacts({ facts, words }: Pick<LedgerEvent, "facts" | "words">): ToldFacts {
  return {
    revision: numberIn(facts, "revision"),
    policy: textIn(facts, "policy"),
    templates: textsIn(facts, "templates"),
    findings: Array.isArray(facts?.findings) ? findingsOf({ facts, words }) : null,
    outcome: textIn(facts, "detail") ?? textIn(facts, "reason"),
    unanswered: textIn(facts, "unanswered_reason"),
  };
}

/** Whether there is nothing to show. */
export function isBare({ revision, policy, templates, findings, outcome, unanswered }: ToldFacts): boolean {
  return (
    [revision, policy, findings, outcome, unanswered].every((fact) => fact === null) && templates.length === 0
  );
}

const severities = ["error", "warning", "info"] as const;

function findingsOf({ facts, words }: Pick<LedgerEvent, "facts" | "words">): readonly ToldFinding[] {
  const reasons = new Map(
    listIn(facts, "overrides").map((one) => [textIn(one, "finding"), textIn(one, "reason") ?? ""]),
  );
  const texts = new Map(
    listIn(words, "override_words").map((one) => [textIn(one, "findingId"), textIn(one, "text")]),
  );
  return listIn(facts, "findings").map((one) => {
    const id = textIn(one, "id") ?? "";
    const reason = reasons.get(id);
    return {
      id,
      rule: textIn(one, "rule") ?? "",
      severity: severities.find((severity) => severity === textIn(one, "severity")) ?? "info",
      override: reason === undefined ? null : { reason, words: texts.get(id) ?? "" },
    };
  });
}
