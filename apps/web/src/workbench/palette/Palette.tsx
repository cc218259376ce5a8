import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench } from "../context.ts";
import { contributed } from "../contributions.ts";
import { Choices } from "./Choices.tsx";
import type { PaletteRequest } from "./request.ts";
import { type Found, providersFor, useFound } from "./use-found.ts";
import "./palette.css";

interface PaletteProps {
  readonly request: PaletteRequest;
}

/** One box for commands, things to open and any other choice: type, arrow, Enter. */
export function Palette({ request }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const workbench = useWorkbench();
  const [line, setLine] = useState("");
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setLine(request.kind === "quickOpen" ? request.line : "");
    // One choice may lead to the next: the same dialog begins anew.
    setTurn((last) => last + 1);
    if (!dialog.current?.open) dialog.current?.showModal();
  }, [request]);
  const close = (choice?: Found) => {
    // Closing first gives the focus back, so that what is chosen can take it.
    dialog.current?.close();
    workbench.palette.set(null);
    if (request.kind === "pick") request.question.answer(choice?.choice);
  };
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={useTitle(request)}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => event.target === dialog.current && close()}
      onKeyDown={undefined}
    >
      <Box key={turn} request={request} line={line} setLine={setLine} onChoose={close} />
    </dialog>
  );
}

function useTitle(request: PaletteRequest): string {
  const t = useWords();
  return request.kind === "pick" ? request.question.title : t(($) => $.workbench.palette.title);
}

interface BoxProps extends PaletteProps {
  readonly line: string;
  readonly setLine: (line: string) => void;
  readonly onChoose: (found?: Found) => void;
}

function Box({ request, line, setLine, onChoose }: BoxProps) {
  const list = useId();
  const workbench = useWorkbench();
  const { found, waiting } = useFound(request, line);
  const [at, setAt] = useState(0);
  const cursor = Math.min(at, Math.max(0, found.length - 1));
  const moveTo = (index: number) => {
    setAt(index);
    const target = found[index];
    if (target && request.kind === "pick") request.question.onMove?.(target.choice);
  };
  const choose = (chosen: Found | undefined, toSide = false) => {
    if (!chosen) return;
    onChoose(chosen);
    chosen.provider?.choose(chosen.choice, {
      toSide,
      open: (uri) => workbench.editors.show(uri, { preview: false, toSide }),
    });
  };
  const enter = useEnter(waiting, (toSide) => choose(found[cursor], toSide));
  const onKeyDown = (event: KeyboardEvent) => {
    const target = stepOf(event.key, cursor, found.length);
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") enter(event.ctrlKey || event.metaKey);
    else if (target !== null) moveTo(target);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <Line
        {...{ request, line, list, onKeyDown }}
        active={found[cursor] ? `${list}-${cursor}` : undefined}
        onLine={(text) => {
          setLine(text);
          setAt(0);
        }}
      />
      <Choices {...{ list, found, cursor, waiting }} onMove={moveTo} onChoose={choose} />
    </>
  );
}

/** Enter chooses among the answers to what was typed: where they are still awaited, it chooses when they are there. */
function useEnter(waiting: boolean, choose: (toSide: boolean) => void) {
  const [asked, setAsked] = useState<{ readonly toSide: boolean } | null>(null);
  const latest = useRef(choose);
  latest.current = choose;
  useEffect(() => {
    if (!asked || waiting) return;
    setAsked(null);
    latest.current(asked.toSide);
  }, [asked, waiting]);
  return (toSide: boolean) => setAsked({ toSide });
}

function stepOf(key: string, cursor: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (cursor + 1) % count;
  if (key === "ArrowUp") return (cursor - 1 + count) % count;
  if (key === "PageDown") return Math.min(cursor + 10, count - 1);
  return key === "PageUp" ? Math.max(cursor - 10, 0) : null;
}

interface LineProps extends PaletteProps {
  readonly line: string;
  readonly list: string;
  readonly active: string | undefined;
  readonly onLine: (line: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Line({ request, line, list, active, onLine, onKeyDown }: LineProps) {
  const placeholder = usePlaceholder(request, line);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <div className="palette__line">
      <Icon name="search" />
      <input
        ref={input}
        className="palette__input"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active}
        aria-label={placeholder}
        placeholder={placeholder}
        value={line}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onLine(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function usePlaceholder(request: PaletteRequest, line: string): string {
  const t = useWords();
  const workbench = useWorkbench();
  if (request.kind === "pick") return request.question.placeholder ?? request.question.title;
  const [provider] = providersFor(contributed(workbench.contributions.get(), "quickOpen"), line).providers;
  return provider?.placeholder ? t(provider.placeholder) : t(($) => $.workbench.palette.placeholder);
}
