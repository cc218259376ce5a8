import { useEffect, useRef } from "react";
import { useWords } from "../../base/i18n.ts";
import { Icon } from "../../ui/Icon.tsx";
import { keyLabel } from "../keys/labels.ts";
import type { Found } from "./use-found.ts";

interface ChoicesProps {
  readonly list: string;
  readonly found: readonly Found[];
  readonly cursor: number;
  readonly waiting: boolean;
  readonly onMove: (index: number) => void;
  readonly onChoose: (found: Found, toSide: boolean) => void;
}

export function Choices({ list, found, cursor, waiting, onMove, onChoose }: ChoicesProps) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector(`#${CSS.escape(`${list}-${cursor}`)}`)?.scrollIntoView({ block: "nearest" });
  }, [cursor, list]);
  const empty = found.length === 0 && !waiting;
  return (
    <>
      <div
        ref={box}
        className="palette__list"
        role="listbox"
        id={list}
        aria-label={t(($) => $.workbench.palette.results)}
        aria-busy={waiting}
      >
        {found.map((one, index) => (
          <ChoiceRow
            key={`${one.provider?.id ?? ""}:${one.choice.id}`}
            id={`${list}-${index}`}
            found={one}
            heading={one.choice.group !== found[index - 1]?.choice.group ? one.choice.group : undefined}
            current={index === cursor}
            onMove={() => onMove(index)}
            onChoose={(toSide) => onChoose(one, toSide)}
          />
        ))}
      </div>
      <p className={empty ? "palette__empty" : "unseen"} role="status">
        {empty
          ? t(($) => $.workbench.palette.nothing)
          : t(($) => $.workbench.palette.count, { count: found.length })}
      </p>
    </>
  );
}

interface RowProps {
  readonly id: string;
  readonly found: Found;
  readonly heading: string | undefined;
  readonly current: boolean;
  readonly onMove: () => void;
  readonly onChoose: (toSide: boolean) => void;
}

function ChoiceRow({ id, found, heading, current, onMove, onChoose }: RowProps) {
  const { choice } = found;
  return (
    <div
      id={id}
      role="option"
      className="palette__choice"
      aria-selected={current}
      data-heading={heading !== undefined}
      tabIndex={-1}
      onPointerMove={() => !current && onMove()}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey)}
      onKeyDown={undefined}
    >
      {choice.icon && <Icon name={choice.icon} />}
      <bdi className="palette__label">
        <Marked text={choice.label} at={found.at} />
      </bdi>
      {choice.detail && <bdi className="palette__detail">{choice.detail}</bdi>}
      {choice.checked && <Icon name="check" />}
      {heading !== undefined && <span className="palette__heading">{heading}</span>}
      <Keys keys={choice.keys} />
    </div>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] | undefined }) {
  const t = useWords();
  const first = keys?.[0];
  if (!first) return null;
  return (
    <span className="palette__keys">
      {first.split(" ").map((stroke) => (
        <kbd key={stroke}>{keyLabel(stroke, t)}</kbd>
      ))}
    </span>
  );
}

/** The text with what matched in bold; neighbours are joined, so that Arabic letters stay joined as well. */
function Marked({ text, at }: { readonly text: string; readonly at: readonly number[] }) {
  const runs: { text: string; hit: boolean; from: number }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const hit = at.includes(index);
    const last = runs.at(-1);
    if (last?.hit === hit) last.text += text.charAt(index);
    else runs.push({ text: text.charAt(index), hit, from: index });
  }
  return runs.map(({ text: run, hit, from }) =>
    hit ? <b key={from}>{run}</b> : <span key={from}>{run}</span>,
  );
}
