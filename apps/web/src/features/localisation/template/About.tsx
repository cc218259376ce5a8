import { CHANNEL_CLASSES, MOST_IN_TEMPLATE } from "@parley/shared/template";
import { useEffect, useId, useRef } from "react";
import { useWords } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { useStore } from "../../../base/store.ts";
import { shown } from "../overview.ts";
import { channelClassName } from "../place-words.ts";
import { FormField, Wrong } from "./FormField.tsx";
import type { FormProps } from "./form-props.ts";
import { templatesOf } from "./open-templates.ts";

/** What a template is for, the same in every language. */
export function About(props: FormProps) {
  const t = useWords();
  return (
    <section className="template-form__section" aria-labelledby="template-about">
      <h3 className="template-form__heading" id="template-about">
        {t(($) => $.templateForm.about)}
      </h3>
      {props.isNew && <Kind {...props} />}
      <div className="template-form__pair">
        <Key {...props} />
        <Intent {...props} />
      </div>
      <Channels {...props} />
      <SourceLocale {...props} />
    </section>
  );
}

function Kind({ words, onWrite }: FormProps) {
  const t = useWords();
  return (
    <fieldset className="template-form__choices">
      <legend className="labelled__label">{t(($) => $.templateForm.kind)}</legend>
      {(["reply", "block"] as const).map((kind) => (
        <label key={kind} className="template-form__choice">
          <input
            type="radio"
            name="template-kind"
            checked={words.kind === kind}
            onChange={() => onWrite({ kind })}
          />
          <span>
            {t(($) => $.templateForm.kinds[kind])}
            <span className="labelled__hint">{t(($) => $.templateForm.kindHints[kind])}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Key({ words, isNew, problems, onWrite }: FormProps) {
  const t = useWords();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isNew) box.current?.focus();
  }, [isNew]);
  return (
    <FormField
      label={t(($) => $.templateForm.key)}
      hint={isNew ? t(($) => $.templateForm.keyHint) : t(($) => $.templateForm.keyStays)}
      place="key"
      problems={problems}
    >
      {(wired) => (
        <input
          {...wired}
          ref={box}
          className="field template-form__code"
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          readOnly={!isNew}
          value={words.key}
          onChange={(event) => onWrite({ key: event.target.value })}
        />
      )}
    </FormField>
  );
}

/** Intents that other templates have are offered: suggestions learn by them. */
function Intent({ words, mayWrite, brandId, problems, onWrite }: FormProps) {
  const t = useWords();
  const list = useId();
  const { rows: templates } = useStore(templatesOf(brandId).state);
  const known = [...new Set(templates.map(({ intent }) => intent))].sort();
  return (
    <FormField
      label={t(($) => $.templateForm.intent)}
      hint={t(($) => $.templateForm.intentHint)}
      place="intent"
      problems={problems}
    >
      {(wired) => (
        <>
          <input
            {...wired}
            className="field template-form__code"
            dir="ltr"
            list={list}
            autoComplete="off"
            spellCheck={false}
            readOnly={!mayWrite}
            maxLength={MOST_IN_TEMPLATE.intent}
            value={words.intent}
            onChange={(event) => onWrite({ intent: event.target.value })}
          />
          <datalist id={list}>
            {known.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )}
    </FormField>
  );
}

function Channels({ words, mayWrite, problems, onWrite }: FormProps) {
  const t = useWords();
  const wrong = problems.filter(({ field }) => field === "channelClasses");
  return (
    <fieldset
      className="template-form__choices"
      aria-describedby={wrong.length > 0 ? "template-channels-wrong" : undefined}
    >
      <legend className="labelled__label">{t(($) => $.templateForm.channels)}</legend>
      {CHANNEL_CLASSES.map((one) => (
        <label key={one} className="template-form__choice">
          <input
            type="checkbox"
            checked={words.channelClasses.includes(one)}
            disabled={!mayWrite}
            onChange={({ target: { checked } }) =>
              onWrite({
                channelClasses: CHANNEL_CLASSES.filter((other) =>
                  other === one ? checked : words.channelClasses.includes(other),
                ),
              })
            }
          />
          <span>
            {channelClassName(one)}
            <span className="labelled__hint">{t(($) => $.templateForm.channelHints[one])}</span>
          </span>
        </label>
      ))}
      <Wrong id="template-channels-wrong" problems={wrong} />
    </fieldset>
  );
}

function SourceLocale({ words, isNew, brandId, problems, onWrite }: FormProps) {
  const t = useWords();
  const { brands, overview } = useStore(shown);
  const ofBrand = brands.find(({ id }) => id === brandId)?.settings.languages ?? [];
  const covered = overview?.coverage.map(({ locale }) => locale) ?? [];
  const locales = [...new Set([words.sourceLocale, ...covered, ...ofBrand])];
  return (
    <FormField
      className="template-form__half"
      label={t(($) => $.templateForm.sourceLocale)}
      hint={isNew ? t(($) => $.templateForm.sourceLocaleHint) : undefined}
      place="sourceLocale"
      problems={problems}
    >
      {(wired) => (
        <select
          {...wired}
          className="select"
          value={words.sourceLocale}
          disabled={!isNew}
          onChange={(event) => onWrite({ sourceLocale: event.target.value })}
        >
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {languageName(locale)}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
