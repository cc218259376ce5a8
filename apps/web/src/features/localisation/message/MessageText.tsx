import { useMemo } from "react";
import { directionOf } from "../../../base/languages.ts";
import { termsIn } from "./terms.ts";
import { tokensOf } from "./tokens.ts";
import "./message.css";

interface MessageTextProps {
  readonly source: string;
  readonly locale: string;
  /** Terms to be underlined, and what is said of each under the pointer. */
  readonly terms?: readonly MarkedTerm[];
}

interface MarkedTerm {
  readonly term: string;
  readonly hint: string;
}

/** A message to be read: its words plain, all else in colours. */
export function MessageText({ source, locale, terms = none }: MessageTextProps) {
  const pieces = useMemo(() => piecesOf(source), [source]);
  return (
    <p className="message" lang={locale} dir={directionOf(locale)}>
      {pieces.map(({ kind, start, text }) =>
        kind === null ? (
          <Words key={start} text={text} terms={terms} />
        ) : (
          <span key={start} className={`message__${kind}`}>
            {text}
          </span>
        ),
      )}
    </p>
  );
}

const none: readonly MarkedTerm[] = [];

/** Plain words, with the glossary's terms underlined. */
function Words({ text, terms }: { readonly text: string; readonly terms: readonly MarkedTerm[] }) {
  const found = termsIn(text, terms);
  if (found.length === 0) return <span>{text}</span>;
  return found.map(({ term, start, end }, index) => (
    <span key={start}>
      {text.slice(found[index - 1]?.end ?? 0, start)}
      <dfn className="message__term" title={term.hint}>
        {text.slice(start, end)}
      </dfn>
      {index === found.length - 1 && text.slice(end)}
    </span>
  ));
}

interface Piece {
  readonly kind: string | null;
  readonly start: number;
  readonly text: string;
}

function piecesOf(source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { kind, start, end } of tokensOf(source)) {
    if (start > at) pieces.push({ kind: null, start: at, text: source.slice(at, start) });
    pieces.push({ kind, start, text: source.slice(start, end) });
    at = end;
  }
  if (at < source.length) pieces.push({ kind: null, start: at, text: source.slice(at) });
  return pieces;
}
