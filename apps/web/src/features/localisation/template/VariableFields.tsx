import {
  FUNCTIONS_OF,
  MOST_IN_TEMPLATE,
  PII_CLASSES,
  VARIABLE_SOURCES,
  type Variable,
  type VariableType,
  type VariableWords,
} from "@parley/shared/template";
import { useEffect, useRef } from "react";
import { useWords } from "../../../base/i18n.ts";
import { directionOf } from "../../../base/languages.ts";
import { listOf } from "../variant/words.ts";
import type { CardProps } from "./card-props.ts";
import { FormField } from "./FormField.tsx";

const TYPES = Object.keys(FUNCTIONS_OF) as readonly VariableType[];

/** All that is said about a variable. */
export function VariableFields(props: CardProps) {
  const { variable, at, mayWrite, problems, onChange } = props;
  const t = useWords();
  return (
    <>
      <FormField
        label={t(($) => $.templateForm.name)}
        hint={t(($) => $.templateForm.nameHint)}
        place={`variables-${at}-name`}
        problems={problems}
      >
        {(wired) => (
          <input
            {...wired}
            className="field template-form__code"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            readOnly={!mayWrite}
            value={variable.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        )}
      </FormField>
      <Options
        {...props}
        label={t(($) => $.templateForm.type)}
        part="type"
        options={TYPES.map((one) => [one, t(($) => $.templateForm.types[one])])}
        // Functions belong to a type.
        onChoose={(type) =>
          onChange({ type, functions: [], choices: type === "choice" ? variable.choices : [] })
        }
      />
      <Words {...props} part="label" hint={t(($) => $.templateForm.labelHint)} />
      <Words {...props} part="sample" hint={t(($) => $.templateForm.sampleHint)} />
      <Options
        {...props}
        label={t(($) => $.templateForm.source)}
        part="source"
        options={VARIABLE_SOURCES.map((one) => [one, t(($) => $.templateForm.sources[one])])}
        onChoose={(source) => onChange({ source })}
      />
      <Options
        {...props}
        label={t(($) => $.templateForm.pii)}
        part="pii"
        options={PII_CLASSES.map((one) => [one, t(($) => $.templateForm.piis[one])])}
        onChoose={(pii) => onChange({ pii })}
      />
      {variable.type === "choice" && <Choices {...props} />}
      <Length {...props} />
      <label className="template-form__choice variable-card__required">
        <input
          type="checkbox"
          checked={variable.required}
          disabled={!mayWrite}
          onChange={(event) => onChange({ required: event.target.checked })}
        />
        <span>
          {t(($) => $.templateForm.required)}
          <span className="labelled__hint">{t(($) => $.templateForm.requiredHint)}</span>
        </span>
      </label>
    </>
  );
}

interface OptionsProps<T extends string> extends CardProps {
  readonly label: string;
  readonly part: "type" | "source" | "pii";
  readonly options: readonly (readonly [value: T, name: string])[];
  readonly onChoose: (value: T) => void;
}

function Options<T extends string>({
  variable,
  at,
  mayWrite,
  problems,
  label,
  part,
  options,
  onChoose,
}: OptionsProps<T>) {
  return (
    <FormField label={label} place={`variables-${at}-${part}`} problems={problems}>
      {(wired) => (
        <select
          {...wired}
          className="select"
          disabled={!mayWrite}
          value={variable[part]}
          onChange={(event) => {
            const chosen = options.find(([one]) => one === event.target.value);
            if (chosen) onChoose(chosen[0]);
          }}
        >
          {options.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}

/** A label or a sample in one language; empty, the one that comes with Parley stands. */
function Words({
  variable,
  at,
  locale,
  known,
  mayWrite,
  problems,
  onChange,
  part,
  hint,
}: CardProps & { readonly part: keyof VariableWords; readonly hint: string }) {
  const t = useWords();
  const own = variable.words?.[locale] ?? { label: "", sample: "" };
  return (
    <FormField
      label={t(($) => $.templateForm[part])}
      hint={hint}
      place={part === "label" ? `variables-${at}-words` : ""}
      problems={problems}
    >
      {(wired) => (
        <input
          {...wired}
          className="field"
          lang={locale}
          dir={directionOf(locale)}
          readOnly={!mayWrite}
          maxLength={MOST_IN_TEMPLATE.words}
          placeholder={known?.[part] ?? ""}
          value={own[part]}
          onChange={(event) =>
            onChange({ words: withWords(variable, locale, { ...own, [part]: event.target.value }) })
          }
        />
      )}
    </FormField>
  );
}

/** Languages without words are not in it. */
function withWords(
  { words = {} }: Variable,
  locale: string,
  said: VariableWords,
): Readonly<Record<string, VariableWords>> {
  const { [locale]: _before, ...others } = words;
  return said.label === "" && said.sample === "" ? others : { ...others, [locale]: said };
}

function Choices({ variable, at, mayWrite, problems, onChange }: CardProps) {
  const t = useWords();
  const box = useRef<HTMLInputElement>(null);
  const value = variable.choices.join(", ");
  useEffect(() => {
    if (box.current && document.activeElement !== box.current) box.current.value = value;
  }, [value]);
  return (
    <FormField
      label={t(($) => $.templateForm.choices)}
      hint={t(($) => $.templateForm.choicesHint)}
      place={`variables-${at}-choices`}
      problems={problems}
    >
      {(wired) => (
        <input
          {...wired}
          ref={box}
          className="field template-form__code"
          dir="ltr"
          readOnly={!mayWrite}
          defaultValue={value}
          onChange={(event) => onChange({ choices: listOf(event.target.value) })}
        />
      )}
    </FormField>
  );
}

function Length({ variable, at, mayWrite, problems, onChange }: CardProps) {
  const t = useWords();
  return (
    <FormField
      label={t(($) => $.templateForm.maxLength)}
      hint={t(($) => $.templateForm.maxLengthHint)}
      place={`variables-${at}-maxLength`}
      problems={problems}
    >
      {(wired) => (
        <input
          {...wired}
          className="field field--short"
          type="number"
          min={1}
          max={MOST_IN_TEMPLATE.maxLength}
          readOnly={!mayWrite}
          value={variable.maxLength || ""}
          onChange={(event) => onChange({ maxLength: event.target.valueAsNumber })}
        />
      )}
    </FormField>
  );
}
