import { useMemo } from "react";
import { directionOf } from "../../../base/languages.ts";
import { tokensOf } from "./tokens.ts";
import "./message.css";

interface MessageTextProps {
  readonly source: string;
  readonly locale: string;
}

/** A message to be read: its words plain, all else in colours. */
export function MessageText({ source, locale }: MessageTextProps) {
  const pieces = useMemo(() => piecesOf(source), [source]);
  return (
    <p className="message" lang={locale} dir={directionOf(locale)}>
      {pieces.map(({ kind, start, text }) =>
        kind === null ? (
          <span key={start}>{text}</span>
        ) : (
          <span key={start} className={`message__${kind}`}>
            {text}
          </span>
        ),
      )}
    </p>
  );
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
