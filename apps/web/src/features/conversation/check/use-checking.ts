import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { Finding } from "@parley/shared/policy";
import { useEffect, useMemo, useRef } from "react";
import { loadWords, words } from "../../../base/i18n.ts";
import { undoAll } from "../../../base/undo.ts";
import { findingCards, showFindings } from "../../../editor/finding-card.ts";
import { findingGutter } from "../../../editor/finding-gutter.ts";
import { type FindingSource, findingLint, findingsIn, recheck } from "../../../editor/finding-lint.ts";
import { useWorkbench } from "../../../workbench/context.ts";
import type { Problem } from "../../../workbench/problems.ts";
import type { Workbench } from "../../../workbench/workbench.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import type { Visibility } from "../draft/unsaved.ts";
import type { Conversation, OpenConversation } from "../open-conversation.ts";
import { reasonOf, titleOf } from "./finding-words.ts";
import { remediesFor } from "./remedies.ts";
import { checkOf, type ReplyCheck } from "./reply-check.ts";

export interface Checking {
  readonly check: ReplyCheck;
  readonly extension: Extension;
}

interface Asked {
  readonly open: OpenConversation;
  readonly conversation: Conversation;
  readonly keeper: DraftKeeper;
  readonly visibility: Visibility;
}

interface Latest {
  readonly asked: Asked;
  readonly workbench: Workbench;
  readonly view: EditorView | null;
}

/** Checks a draft while it is on screen, and tells its problems to the workbench. */
export function useChecking(asked: Asked): Checking {
  const { open, keeper, visibility, conversation } = asked;
  const workbench = useWorkbench();
  const check = useMemo(() => checkOf({ open, keeper, visibility }), [open, keeper, visibility]);
  const latest = useRef<Latest>({ asked, workbench, view: null });
  latest.current = { ...latest.current, asked, workbench };
  const extension = useMemo(
    () => [
      findingLint(sourceOf(check, () => latest.current)),
      findingGutter(),
      findingCards(),
      EditorView.updateListener.of(({ view }) => {
        latest.current = { ...latest.current, view };
      }),
    ],
    [check],
  );
  const { customer } = conversation;
  const title = customer.name ?? `@${customer.handle}`;
  useEffect(() => {
    const key = `${open.id} ${visibility}`;
    const detail = () => words.get().t(($) => $.conversation.visibility[visibility]);
    const tell = () =>
      workbench.problems.tell(key, { title, detail: detail(), problems: problemsOf(check, latest) });
    tell();
    return undoAll([
      check.watch(),
      check.onOutdated(() => latest.current.view && recheck(latest.current.view)),
      check.findings.subscribe(tell),
      check.overrides.subscribe(tell),
      words.subscribe(tell),
      () => workbench.problems.forget(key),
    ]);
  }, [check, open, visibility, title, workbench]);
  return { check, extension };
}

function problemsOf(check: ReplyCheck, latest: { readonly current: Latest }): readonly Problem[] {
  const settled = check.overrides.get();
  return check.findings.get().map((finding) => ({
    id: finding.id,
    severity: finding.severity,
    message: titleOf(finding),
    source: finding.rule,
    ...(settled[finding.id] ? { settled: words.get().t(($) => $.conversation.override.settled) } : {}),
    show: () => showProblem(finding, latest.current),
  }));
}

/** Bring the text to the front and stand at the finding. */
function showProblem(finding: Finding, { asked: { open, visibility }, workbench, view }: Latest): void {
  workbench.editors.show(`conversation:${open.id}`, { keepFocus: true });
  open.surface.set(visibility);
  if (!view) return;
  const at = findingsIn(view.state).filter((placed) => placed.finding.id === finding.id);
  showFindings(view, at);
}

function sourceOf(check: ReplyCheck, latest: () => Latest): FindingSource {
  const t = () => words.get().t;
  const severity = (finding: Finding) => t()(($) => $.conversation.severity[finding.severity]);
  // Cards say what is wrong in words that only they need.
  const spoken = loadWords("findings");
  return {
    check: (text, cost) => {
      const found = check.check(text, cost);
      return found instanceof Promise ? Promise.all([found, spoken]).then(([all]) => all) : found;
    },
    message: titleOf,
    reason: reasonOf,
    severity,
    remedies: (finding) => remediesFor(finding, { check, ...latest().asked, frame: latest().workbench }),
    place: (finding, { number, count }) =>
      t()(($) => $.conversation.findingPlace, {
        severity: severity(finding),
        number,
        total: count,
        message: titleOf(finding),
      }),
    count: (count) => t()(($) => $.conversation.findingCount, { count }),
    onFindings: (findings) => check.found(findings),
  };
}
