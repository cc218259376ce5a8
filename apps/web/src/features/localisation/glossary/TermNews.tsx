import { codesOf } from "../../../base/api.ts";
import { wordsOfError } from "../../../base/error-words.ts";
import { type Translate, useWords } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Conflict, News } from "../News.tsx";
import type { Term } from "./open-glossary.ts";
import { type Clash, clashesOf, type TermDraft, wordsOf } from "./term-draft.ts";
import { MOST, type TermProblem } from "./term-problems.ts";
import type { TermProps } from "./term-props.ts";
import { NEW } from "./unsaved-terms.ts";

interface TermNewsProps extends TermProps {
  readonly problems: readonly TermProblem[];
}

/** What stands in the way of saving, and what colleagues did meanwhile. */
export function TermNews({ desk, id, term, draft, mayWrite, problems }: TermNewsProps) {
  const t = useWords();
  const { error, setAside } = useStore(desk.state);
  const overtaken = draft !== null && term !== null && term.version > draft.version;
  // What a colleague did is told below, with what can be done about it.
  const told = codesOf(error).some((code) => code === "STALE" || code === "NOT_FOUND");
  return (
    <div className="edit-news">
      {problems.map((problem) => (
        <News key={JSON.stringify(problem)} kind="error" icon="error" text={problemWords(problem, t)}>
          {problem.code === "taken" && (
            <Button onClick={() => desk.choose(problem.termId)}>
              {t(($) => $.localisation.glossary.showTaken)}
            </Button>
          )}
        </News>
      ))}
      {error !== null && !told && <News kind="error" icon="error" text={wordsOfError(error)} />}
      {mayWrite && draft && term && overtaken && <TermConflict desk={desk} term={term} draft={draft} />}
      {draft && !term && id !== NEW && (
        <News kind="warning" icon="warning" text={t(($) => $.localisation.glossary.gone)}>
          <Button onClick={() => desk.drop(id)}>{t(($) => $.localisation.commands.revert)}</Button>
          <Button look="primary" onClick={() => desk.keepAsNew(id)}>
            {t(($) => $.localisation.glossary.keepAsNew)}
          </Button>
        </News>
      )}
      {setAside[id] && (
        <News kind="info" icon="save" text={t(($) => $.localisation.glossary.aside)}>
          <Button onClick={() => desk.bringBack(id)}>{t(($) => $.localisation.conflict.bringBack)}</Button>
        </News>
      )}
    </div>
  );
}

interface TermConflictProps extends Pick<TermProps, "desk"> {
  readonly term: Term;
  readonly draft: TermDraft;
}

function TermConflict({ desk, term, draft }: TermConflictProps) {
  const t = useWords();
  const clashes = clashesOf(draft, wordsOf(term)).map((clash) => ({
    key: `${clash.part} ${clash.locale}`,
    part: partName(clash, t),
    theirs: valueWords(clash.theirs, t),
    mine: valueWords(clash.mine, t),
  }));
  return (
    <Conflict
      text={t(($) => $.localisation.glossary.conflict, { name: term.author?.name ?? "" })}
      clashes={clashes}
      onSettle={(whose) => desk.settle(term, whose)}
    />
  );
}

function partName({ part, locale }: Clash, t: Translate): string {
  const name =
    part === "translations" || part === "forbidden"
      ? t(($) => $.localisation.glossary.part[part])
      : t(($) => $.localisation.glossary[part]);
  return locale === null ? name : `${name}: ${languageName(locale)}`;
}

function valueWords(value: string | boolean, t: Translate): string {
  if (value === "") return t(($) => $.localisation.glossary.nothing);
  if (typeof value === "string") return value;
  return value ? t(($) => $.localisation.glossary.yes) : t(($) => $.localisation.glossary.no);
}

function problemWords(problem: TermProblem, t: Translate): string {
  if (problem.code === "taken") return t(($) => $.localisation.glossary.problem.taken);
  const language = languageName(problem.locale);
  if (problem.code === "both")
    return t(($) => $.localisation.glossary.problem.both, { word: problem.word, language });
  const count = problem.code === "tooMany" ? MOST.words : MOST.term;
  return t(($) => $.localisation.glossary.problem[problem.code], { language, count });
}
