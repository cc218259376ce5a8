import { useEffect, useId, useRef } from "react";
import { useWords } from "../../../base/i18n.ts";
import { directionOf } from "../../../base/languages.ts";
import type { WordedProps } from "./variant-props.ts";
import { linesOf, listOf } from "./words.ts";
import "./details.css";

/** What an agent finds the text by, and what teaches the suggestions. */
export function Details({ open, opened, words, may }: WordedProps) {
  const t = useWords();
  const { locale } = open.address;
  const { source } = opened;
  const enough = words.samples.length;
  return (
    <section className="details" aria-label={t(($) => $.localisation.details.label)}>
      <Line
        label={t(($) => $.localisation.details.title)}
        hint={source ? t(($) => $.localisation.details.sourceTitle, { title: source.title }) : undefined}
        value={words.title}
        locale={locale}
        readOnly={!may.write}
        onChange={(title) => open.write({ title })}
      />
      <Line
        label={t(($) => $.localisation.details.keywords)}
        hint={t(($) => $.localisation.details.keywordsHint)}
        value={words.keywords.join(", ")}
        locale={locale}
        readOnly={!may.write}
        onChange={(typed) => open.write({ keywords: listOf(typed) })}
      />
      <Line
        lines
        label={t(($) => $.localisation.details.samples)}
        hint={t(($) => $.localisation.details.samplesHint, { count: enough })}
        value={words.samples.join("\n")}
        locale={locale}
        readOnly={!may.write}
        onChange={(typed) => open.write({ samples: linesOf(typed) })}
      />
    </section>
  );
}

interface LineProps {
  readonly label: string;
  readonly hint: string | undefined;
  readonly value: string;
  readonly locale: string;
  readonly readOnly: boolean;
  readonly onChange: (typed: string) => void;
  readonly lines?: boolean;
}

/** Keeps what was typed as it was typed: a comma at the end is the beginning of the next word, not an empty one. */
function Line({ label, hint, value, locale, readOnly, onChange, lines = false }: LineProps) {
  const id = useId();
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (box.current && document.activeElement !== box.current) box.current.value = value;
  }, [value]);
  const shared = {
    ref: box,
    id,
    className: "field details__field",
    lang: locale,
    dir: directionOf(locale),
    readOnly,
    defaultValue: value,
    "aria-describedby": hint ? `${id}-hint` : undefined,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="labelled">
      <label className="labelled__label" htmlFor={id}>
        {label}
      </label>
      {lines ? <textarea rows={6} {...shared} /> : <input {...shared} />}
      {hint && (
        <p className="labelled__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
