import type { PlacedExample } from "@parley/shared/pack";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { ruleName } from "../../../base/rule-names.ts";
import { useStore } from "../../../base/store.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { Judged, JudgedRule } from "../judge/pack-judge.ts";
import type { OpenPack } from "../pack/open-pack.ts";
import { problemWords } from "../text/pack-findings.ts";
import { MarkedText } from "./MarkedText.tsx";
import "./examples.css";

/** The examples of a pack as they run now; choosing one goes to its line. */
export function Examples({ pack }: { readonly pack: OpenPack }) {
  const t = useWords();
  const judged = useStore(pack.judged);
  const fared = useStore(pack.fared);
  if (!judged) return <p className="side__note">{t(($) => $.workbench.loading)}</p>;
  const unreadable = judged.examples === null;
  return (
    <>
      {unreadable && <Unreadable judged={judged} pack={pack} />}
      {fared && <Fared pack={pack} judged={fared} isOld={unreadable} />}
    </>
  );
}

interface FaredProps {
  readonly pack: OpenPack;
  readonly judged: Judged;
  /** What follows was so when the text could last be read. */
  readonly isOld: boolean;
}

function Fared({ pack, judged, isOld }: FaredProps) {
  const t = useWords();
  const caret = useStore(pack.caret);
  const [onlyFailing, setOnlyFailing] = useState(false);
  const { examples, rules } = judged;
  if (!examples || !rules) return null;
  const failing = examples.filter(({ problem }) => problem).length;
  const current = isOld ? undefined : rules.findLast(({ line }) => line <= caret);
  const isShown = ({ problem }: PlacedExample) => problem !== null || !onlyFailing || failing === 0;
  return (
    <div className="examples" data-old={isOld} inert={isOld}>
      {!isOld && <Sum {...{ examples, failing, onlyFailing, setOnlyFailing }} />}
      {rules.length === 0 && <p className="side__note">{t(($) => $.pack.examples.none)}</p>}
      {rules.map((rule) => (
        <RuleExamples
          key={`${rule.id} ${rule.line}`}
          rule={rule}
          pack={pack}
          isCurrent={rule === current}
          examples={examples.filter((example) => example.rule === rule.id && isShown(example))}
        />
      ))}
    </div>
  );
}

interface SumProps {
  readonly examples: readonly PlacedExample[];
  readonly failing: number;
  readonly onlyFailing: boolean;
  readonly setOnlyFailing: (only: boolean) => void;
}

function Sum({ examples, failing, onlyFailing, setOnlyFailing }: SumProps) {
  const t = useWords();
  return (
    <div className="examples__sum" data-failing={failing > 0}>
      <Icon name={failing > 0 ? "error" : "pass-filled"} />
      <p role="status">
        {failing > 0
          ? t(($) => $.pack.examples.failing, { count: failing, total: examples.length })
          : t(($) => $.pack.examples.holding, { count: examples.length })}
      </p>
      {failing > 0 && (
        <label className="examples__only">
          <input
            type="checkbox"
            checked={onlyFailing}
            onChange={(event) => setOnlyFailing(event.target.checked)}
          />
          {t(($) => $.pack.examples.onlyFailing)}
        </label>
      )}
    </div>
  );
}

/** While the pack cannot be read there is nothing to run. */
function Unreadable({ judged, pack }: { readonly judged: Judged; readonly pack: OpenPack }) {
  const t = useWords();
  return (
    <div className="side__note" role="status">
      <p className="side__bad">
        <Icon name="error" /> {t(($) => $.pack.examples.unreadable)}
      </p>
      <ul className="side__problems">
        {judged.problems.slice(0, 5).map((problem) => (
          <li key={`${problem.line} ${problem.column} ${problem.code}`}>
            <button
              type="button"
              className="side__place"
              onClick={() => pack.reveal(problem.line, problem.column)}
            >
              <span className="side__line">{t(($) => $.pack.line, { line: problem.line })}</span>{" "}
              {problemWords(problem)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface RuleProps {
  readonly rule: JudgedRule;
  readonly examples: readonly PlacedExample[];
  readonly pack: OpenPack;
  /** Whether the caret is in the rule. */
  readonly isCurrent: boolean;
}

function RuleExamples({ rule, examples, pack, isCurrent }: RuleProps) {
  const t = useWords();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isCurrent) box.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  if (examples.length === 0) return null;
  const name = ruleName(rule.id, t);
  const severity = rule.severities[0] ?? "info";
  return (
    <section ref={box} className="examples__rule" data-current={isCurrent} aria-label={rule.id}>
      <h3 className="examples__name">
        <Icon name={severity} className={`severity-icon severity-icon--${severity}`} />
        <span className="unseen">{t(($) => $.pack.severity[severity])}</span>
        <button type="button" className="examples__link" onClick={() => pack.reveal(rule.line)}>
          {name !== rule.id && <span>{name}</span>}
          <code>{rule.id}</code>
        </button>
      </h3>
      <ul>
        {examples.map((example) => (
          <li key={`${example.line} ${example.column}`}>
            <ExampleLine example={example} pack={pack} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ExampleLine({ example, pack }: { readonly example: PlacedExample; readonly pack: OpenPack }) {
  const t = useWords();
  const { list, text, language, findings, problem, line, column } = example;
  return (
    <button
      type="button"
      className="example"
      data-failing={problem !== null}
      onClick={() => pack.reveal(line, column)}
    >
      <Icon name={problem ? "error" : "check"} className="example__state" />
      <span className="example__body">
        <span className="example__facts">
          <span className="unseen">
            {problem ? t(($) => $.pack.examples.fails) : t(($) => $.pack.examples.holds)}{" "}
          </span>
          <span>{t(($) => $.pack.examples[list])}</span>
          {language !== "en" && language !== "*" && <span title={languageName(language)}>{language}</span>}
        </span>
        <MarkedText text={text} spans={findings} language={language} />
        {problem && <span className="example__why">{problemWords(problem)}</span>}
      </span>
    </button>
  );
}
