import { MOST_IN_TEMPLATE, type Variable } from "@parley/shared/template";
import { useRef, useState } from "react";
import { useWords } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { shown } from "../overview.ts";
import { useLanguageOf } from "../variant/SharedBlock.tsx";
import { Wrong } from "./FormField.tsx";
import type { FormProps } from "./form-props.ts";
import { templatesOf } from "./open-templates.ts";
import { newVariable, variablesOf } from "./template-draft.ts";
import { VariableCard } from "./VariableCard.tsx";

/** What may stand in a text under a name: the contract that every language keeps. */
export function Variables(props: FormProps) {
  const { words, mayWrite, brandId, problems, onWrite } = props;
  const t = useWords();
  const workbench = useWorkbench();
  const [open, setOpen] = useState<number | null>(null);
  const [locale, setLocale] = useState(words.sourceLocale);
  const language = useLanguageOf(brandId, locale);
  const list = useRef<HTMLUListElement>(null);
  const { variables } = words;
  const change = (at: number, changed: Partial<Variable>) =>
    onWrite({ variables: variables.map((one, index) => (index === at ? { ...one, ...changed } : one)) });
  const add = (variable: Variable) => {
    onWrite({ variables: [...variables, variable] });
    setOpen(variables.length);
  };
  const remove = (at: number) => {
    onWrite({ variables: variables.filter((_, index) => index !== at) });
    setOpen(null);
    list.current?.closest("section")?.querySelector<HTMLElement>("[data-add]")?.focus();
    workbench.announce(t(($) => $.templateForm.removed, { name: variables[at]?.name ?? "" }));
  };
  const about = problems.filter(({ field, variable }) => field === "variables" && variable === null);
  return (
    <section className="template-form__section" aria-labelledby="template-variables">
      <div className="template-form__bar">
        <h3 className="template-form__heading" id="template-variables">
          {t(($) => $.templateForm.variables)}
        </h3>
        {variables.length > 0 && <WordsIn {...props} locale={locale} onChoose={setLocale} />}
      </div>
      <p className="labelled__hint">{t(($) => $.templateForm.variablesHint)}</p>
      <Wrong id="template-variables-wrong" problems={about} />
      <ul className="template-form__variables" ref={list}>
        {variables.map((variable, at) => (
          <VariableCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a name is typed letter by letter, and two may be alike for a while
            key={at}
            variable={variable}
            at={at}
            open={open === at}
            locale={locale}
            known={language?.variables[variable.name] ?? null}
            mayWrite={mayWrite}
            problems={problems.filter((one) => one.variable === at)}
            onToggle={() => setOpen(open === at ? null : at)}
            onChange={(changed) => change(at, changed)}
            onRemove={() => remove(at)}
          />
        ))}
      </ul>
      {mayWrite && variables.length < MOST_IN_TEMPLATE.variables && <Add {...props} onAdd={add} />}
    </section>
  );
}

/** In which language labels and samples are shown and written. */
function WordsIn({
  brandId,
  words,
  locale,
  onChoose,
}: FormProps & { readonly locale: string; readonly onChoose: (locale: string) => void }) {
  const t = useWords();
  const { brands } = useStore(shown);
  const ofBrand = brands.find(({ id }) => id === brandId)?.settings.languages ?? [];
  return (
    <select
      className="select"
      aria-label={t(($) => $.templateForm.wordsIn)}
      title={t(($) => $.templateForm.wordsIn)}
      value={locale}
      onChange={(event) => onChoose(event.target.value)}
    >
      {[...new Set([words.sourceLocale, ...ofBrand])].map((one) => (
        <option key={one} value={one}>
          {t(($) => $.templateForm.labelsIn, { language: languageName(one) })}
        </option>
      ))}
    </select>
  );
}

/** A variable of one's own, or one that other templates have: they are filled from the same place then. */
function Add({ words, brandId, onAdd }: FormProps & { readonly onAdd: (variable: Variable) => void }) {
  const t = useWords();
  const { rows: templates } = useStore(templatesOf(brandId).state);
  const taken = new Set(words.variables.map(({ name }) => name));
  const known = new Map(
    templates
      .flatMap(({ variables }) => variablesOf(variables))
      .filter(({ name }) => !taken.has(name))
      .map((variable) => [variable.name, variable]),
  );
  return (
    <div className="template-form__add">
      <Button icon="add" data-add="" onClick={() => onAdd(newVariable)}>
        {t(($) => $.templateForm.addVariable)}
      </Button>
      {known.size > 0 && (
        <select
          className="select"
          aria-label={t(($) => $.templateForm.addKnown)}
          value=""
          onChange={(event) => {
            const variable = known.get(event.target.value);
            if (variable) onAdd(variable);
          }}
        >
          <option value="">{t(($) => $.templateForm.addKnown)}</option>
          {[...known.keys()].sort().map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
