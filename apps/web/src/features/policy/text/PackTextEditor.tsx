import { publishedSchema } from "@parley/shared/pack";
import type { Finding } from "@parley/shared/policy";
import { useEffect, useMemo, useRef } from "react";
import { useWords, words } from "../../../base/i18n.ts";
import { undoAll } from "../../../base/undo.ts";
import { showFindings } from "../../../editor/finding-card.ts";
import { type FindingSource, findingsIn, recheck } from "../../../editor/finding-lint.ts";
import { useWorkbench } from "../../../workbench/context.ts";
import type { Problem } from "../../../workbench/problems.ts";
import type { Workbench } from "../../../workbench/workbench.ts";
import { comparedText } from "../pack/compared-text.ts";
import type { OpenPack } from "../pack/open-pack.ts";
import { raiseVersion } from "../pack/raise-version.ts";
import { showExamples } from "./example-gutter.ts";
import { OTHER_ID, packFindings, problemWords } from "./pack-findings.ts";
import { createPackText, type PackText } from "./pack-text.ts";
import { packRemedies } from "./remedies.ts";
import { saidWords } from "./said-words.ts";
import type { JsonSchema } from "./schema-at.ts";
import "../../../editor/composer.css";
import "./pack-text.css";

interface TextProps {
  readonly pack: OpenPack;
  readonly readOnly: boolean;
}

/** The YAML of a pack, checked while it is written. */
export function PackTextEditor({ pack, readOnly }: TextProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const box = useRef<HTMLDivElement>(null);
  const made = useRef<PackText | null>(null);
  const label = t(($) => $.pack.text, { pack: pack.packId });
  const face = useRef({ label, t });
  face.current = { label, t };
  useEffect(() => {
    const text = createPackText({
      ...face.current,
      text: pack.state.get().source,
      readOnly,
      language: {
        schema: publishedSchema() as JsonSchema,
        vocabulary: () => pack.vocabulary,
        countries: pack.state.get().brand?.settings.countries ?? [],
        words: saidWords(() => pack.vocabulary),
      },
      source: sourceOf(pack, workbench),
      takesKey: (event) => workbench.keyboard.take(event),
      onChange: (source) => pack.type(source),
      onCaret: (line) => pack.caret.set(line),
    });
    made.current = text;
    box.current?.append(text.view.dom);
    pack.editor.set(text.view);
    const compare = () => text.compareWith(comparedText(pack));
    compare();
    const stop = undoAll([
      pack.compared.subscribe(compare),
      pack.judged.subscribe(() => showExamples(text.view, pack.judged.get()?.examples ?? [])),
      words.subscribe(() => recheck(text.view)),
    ]);
    return () => {
      stop();
      pack.editor.set(null);
      text.destroy();
    };
  }, [pack, readOnly, workbench]);
  useEffect(() => made.current?.show({ label, t }), [label, t]);
  useProblems(pack, workbench);
  return <div className="pack-text" dir="ltr" ref={box} />;
}

function sourceOf(pack: OpenPack, workbench: Workbench): FindingSource {
  const t = () => words.get().t;
  return {
    // The squiggles of the last pause stay until the next: only then all examples have run again.
    check: (text, cost) => (cost === "key" ? [] : check(pack, text)),
    message: (finding) => problemWords({ code: finding.rule, details: finding.args }),
    severity: () => t()(($) => $.pack.severity.error),
    remedies: (finding) =>
      pack.builtIn
        ? []
        : packRemedies(finding, {
            vocabulary: () => pack.vocabulary,
            t,
            raiseVersion: () => raiseVersion(pack),
          }),
    place: (finding, { number, count }) =>
      t()(($) => $.pack.problemPlace, {
        number,
        total: count,
        message: problemWords({ code: finding.rule, details: finding.args }),
      }),
    count: (count) => t()(($) => $.pack.problemCount, { count }),
    onFindings: (findings) => tellProblems(pack, workbench, findings),
  };
}

async function check(pack: OpenPack, text: string): Promise<readonly Finding[]> {
  const { problems, id } = await pack.judge(text);
  const other = id !== null && id !== pack.packId;
  const misplaced = { line: 1, column: 1, code: OTHER_ID, details: { pack: pack.packId } };
  return packFindings(text, other ? [misplaced, ...problems] : problems);
}

const keyOf = (pack: OpenPack): string => `pack ${pack.brandId} ${pack.packId}`;

function tellProblems(pack: OpenPack, workbench: Workbench, findings: readonly Finding[]): void {
  const problems = findings.map(
    (finding): Problem => ({
      id: finding.id,
      severity: finding.severity,
      message: problemWords({ code: finding.rule, details: finding.args }),
      source: finding.rule,
      show: () => showProblem(pack, workbench, finding.id),
    }),
  );
  const detail = pack.state.get().brand?.name ?? "";
  workbench.problems.tell(keyOf(pack), { title: pack.packId, detail, problems });
}

function showProblem(pack: OpenPack, workbench: Workbench, id: string): void {
  workbench.editors.show(`policy:${pack.brandId}/${pack.packId}`, { keepFocus: true });
  const view = pack.editor.get();
  if (!view) return;
  const placed = findingsIn(view.state).filter(({ finding }) => finding.id === id);
  showFindings(view, placed);
}

/** What is wrong with a closed text is nobody's problem now. */
function useProblems(pack: OpenPack, workbench: Workbench): void {
  const key = useMemo(() => keyOf(pack), [pack]);
  useEffect(() => () => workbench.problems.forget(key), [workbench, key]);
}
