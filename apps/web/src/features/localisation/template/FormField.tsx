import { type ReactNode, useId } from "react";
import type templateFormWords from "../../../../../../locales/en/ui/templateForm.json";
import { type Translate, useWords } from "../../../base/i18n.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { placeOf, type TemplateProblem } from "./template-problems.ts";
import "../../../ui/field.css";

interface Wired {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean;
}

interface FormFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** As `placeOf` names it. */
  readonly place: string;
  readonly problems: readonly TemplateProblem[];
  readonly className?: string;
  readonly children: (wired: Wired) => ReactNode;
}

/** A field under its name, with what is wrong with it right below. */
export function FormField({ label, hint, place, problems, className = "", children }: FormFieldProps) {
  const id = useId();
  const wrong = problems.filter((one) => placeOf(one) === place);
  const described = [...(hint ? [`${id}-hint`] : []), ...(wrong.length > 0 ? [`${id}-wrong`] : [])];
  return (
    <div className={`labelled ${className}`}>
      <label className="labelled__label" htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
        "aria-invalid": wrong.length > 0,
      })}
      <Wrong id={`${id}-wrong`} problems={wrong} />
      {hint && (
        <p className="labelled__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** What is wrong at a place, and what to do. */
export function Wrong({
  id,
  problems,
}: {
  readonly id: string;
  readonly problems: readonly TemplateProblem[];
}) {
  const t = useWords();
  if (problems.length === 0) return null;
  return (
    <p className="template-form__wrong" id={id} role="alert">
      <Icon name="error" />
      <span>{problems.map((one) => problemWords(one, t)).join(" ")}</span>
    </p>
  );
}

/** A problem with its remedy, in words. */
const problemWords = (problem: TemplateProblem, t: Translate): string =>
  t(($) => $.templateForm.problem[wordsFor(problem)]);

type ProblemWords = keyof (typeof templateFormWords)["problem"];

function wordsFor({ field, fault, part }: TemplateProblem): ProblemWords {
  if (fault === "signs") return field === "key" ? "keySigns" : "nameSigns";
  if (fault === "none") return part === "choices" ? "noChoices" : "noChannels";
  if (fault === "twice") return part === "choices" ? "choiceTwice" : "nameTwice";
  return PLAIN[fault];
}

const PLAIN = {
  empty: "empty",
  taken: "taken",
  range: "range",
  unknown: "unknown",
  "not-a-variable": "unknown",
  "too-long": "tooLong",
  "too-many": "tooMany",
} as const;
