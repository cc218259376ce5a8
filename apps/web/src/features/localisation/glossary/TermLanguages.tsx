import { useEffect, useRef } from "react";
import { useWords } from "../../../base/i18n.ts";
import { directionOf, languageName } from "../../../base/languages.ts";
import { useStore } from "../../../base/store.ts";
import { shown } from "../overview.ts";
import { listOf } from "../variant/words.ts";
import { type TermWords, withList } from "./term-draft.ts";

interface LanguagesProps {
  readonly words: TermWords;
  readonly mayWrite: boolean;
  readonly brandId: string;
  readonly onWrite: (changed: Partial<TermWords>) => void;
}

/** A line for each of the brand's languages, and for those that have words all the same. */
export function TermLanguages({ words, mayWrite, brandId, onWrite }: LanguagesProps) {
  const t = useWords();
  const { brands } = useStore(shown);
  const ofBrand = brands.find(({ id }) => id === brandId)?.settings.languages ?? [];
  const { keep, translations, forbidden } = words;
  const locales = [...new Set([...ofBrand, ...Object.keys(translations), ...Object.keys(forbidden)])];
  const columns = [
    ...(keep ? [] : [["translations", translations] as const]),
    ["forbidden", forbidden] as const,
  ];
  return (
    <div className="labelled">
      <table className="term__languages" data-keep={keep}>
        <thead>
          <tr>
            <th scope="col">{t(($) => $.localisation.filter.language)}</th>
            {columns.map(([part]) => (
              <th key={part} scope="col">
                {t(($) => $.localisation.glossary.part[part])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {locales.map((locale) => (
            <tr key={locale}>
              <th scope="row">{languageName(locale)}</th>
              {columns.map(([part, lists]) => (
                <td key={part}>
                  <WordLine
                    label={`${t(($) => $.localisation.glossary.part[part])}: ${languageName(locale)}`}
                    locale={locale}
                    value={lists[locale] ?? []}
                    readOnly={!mayWrite}
                    onChange={(typed) => onWrite({ [part]: withList(lists, locale, typed) })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="labelled__hint">{t(($) => $.localisation.glossary.wordsHint)}</p>
    </div>
  );
}

interface LineProps {
  readonly label: string;
  readonly locale: string;
  readonly value: readonly string[];
  readonly readOnly: boolean;
  readonly onChange: (words: readonly string[]) => void;
}

/** Words with commas between them, left as they are typed until the line is left. */
function WordLine({ label, locale, value, readOnly, onChange }: LineProps) {
  const box = useRef<HTMLInputElement>(null);
  const text = value.join(directionOf(locale) === "rtl" ? "، " : ", ");
  useEffect(() => {
    if (box.current && document.activeElement !== box.current) box.current.value = text;
  }, [text]);
  return (
    <input
      ref={box}
      className="field"
      aria-label={label}
      lang={locale}
      dir={directionOf(locale)}
      readOnly={readOnly}
      defaultValue={text}
      onChange={(event) => onChange(listOf(event.target.value))}
      onBlur={(event) => {
        event.target.value = text;
      }}
    />
  );
}
