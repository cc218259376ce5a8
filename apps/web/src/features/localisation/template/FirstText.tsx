import { useEffect, useRef } from "react";
import { useWords } from "../../../base/i18n.ts";
import { directionOf, languageName } from "../../../base/languages.ts";
import { useStore } from "../../../base/store.ts";
import { listOf } from "../variant/words.ts";
import { FormField } from "./FormField.tsx";
import type { FormProps } from "./form-props.ts";
import { templatesOf } from "./open-templates.ts";

/** What the first text of a new template begins with; its words are written in the editor that opens next. */
export function FirstText(props: FormProps) {
  const { words, problems, onWrite } = props;
  const t = useWords();
  const { sourceLocale } = words;
  return (
    <section className="template-form__section" aria-labelledby="template-first">
      <h3 className="template-form__heading" id="template-first">
        {t(($) => $.templateForm.first, { language: languageName(sourceLocale) })}
      </h3>
      <div className="template-form__pair">
        <FormField
          label={t(($) => $.templateForm.title)}
          hint={t(($) => $.templateForm.titleHint)}
          place="title"
          problems={problems}
        >
          {(wired) => (
            <input
              {...wired}
              className="field"
              lang={sourceLocale}
              dir={directionOf(sourceLocale)}
              value={words.title}
              onChange={(event) => onWrite({ title: event.target.value })}
            />
          )}
        </FormField>
        <Keywords {...props} />
      </div>
      {words.kind === "reply" && (
        <div className="template-form__pair">
          <SharedPart {...props} end="opens" />
          <SharedPart {...props} end="closes" />
        </div>
      )}
    </section>
  );
}

/** Left as it is typed: a comma at the end is the beginning of the next word. */
function Keywords({ words, problems, onWrite }: FormProps) {
  const t = useWords();
  const box = useRef<HTMLInputElement>(null);
  const value = words.keywords.join(", ");
  useEffect(() => {
    if (box.current && document.activeElement !== box.current) box.current.value = value;
  }, [value]);
  return (
    <FormField
      label={t(($) => $.templateForm.keywords)}
      hint={t(($) => $.templateForm.keywordsHint)}
      place="keywords"
      problems={problems}
    >
      {(wired) => (
        <input
          {...wired}
          ref={box}
          className="field"
          lang={words.sourceLocale}
          dir={directionOf(words.sourceLocale)}
          defaultValue={value}
          onChange={(event) => onWrite({ keywords: listOf(event.target.value) })}
        />
      )}
    </FormField>
  );
}

/** A greeting before the text or a sign-off after it. What it speaks of becomes a variable of the template. */
function SharedPart({
  words,
  brandId,
  problems,
  onWrite,
  end,
}: FormProps & { readonly end: "opens" | "closes" }) {
  const t = useWords();
  const { rows: templates } = useStore(templatesOf(brandId).state);
  const parts = templates.filter(({ kind }) => kind === "block");
  return (
    <FormField
      label={t(($) => $.templateForm[end])}
      hint={t(($) => $.templateForm.sharedHint)}
      place={end}
      problems={problems}
    >
      {(wired) => (
        <select
          {...wired}
          className="select"
          value={words[end]}
          onChange={(event) => onWrite({ [end]: event.target.value })}
        >
          <option value="">{t(($) => $.templateForm.noShared)}</option>
          {parts.map(({ key }) => (
            <option key={key} value={key}>
              {key}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
