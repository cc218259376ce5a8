import { useDeferredValue, useEffect, useState } from "react";
import { wordsOfError } from "../../base/error-words.ts";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { SearchField } from "../../ui/SearchField.tsx";
import { VirtualList } from "../../ui/VirtualList.tsx";
import { useWorkbench, useWorkbenchState } from "../../workbench/context.ts";
import { useSetting } from "../../workbench/settings.ts";
import { densitySetting } from "../../workbench/themes.ts";
import { Filters, Narrowings } from "./Filters.tsx";
import { filtersOpen } from "./filters-open.ts";
import { InboxRowView } from "./InboxRowView.tsx";
import { counts, list, question } from "./inbox.ts";
import type { InboxRow, Listed } from "./inbox-list.ts";
import { Presets } from "./Presets.tsx";
import { narrowed, widen } from "./question.ts";
import "./inbox-view.css";

const ROW = { comfortable: 4.5, compact: 4 };

/** The conversations that wait for somebody, and how to find others. */
export function InboxView() {
  const open = useStore(filtersOpen);
  return (
    <div className="inbox">
      <div className="inbox__head">
        <Search />
        <Presets />
        {open ? <Filters /> : <Narrowings />}
      </div>
      <div className="inbox__list">
        <Conversations />
      </div>
    </div>
  );
}

/** Typing stays quick: the server is asked when the words have settled. */
function Search() {
  const t = useWords();
  const asked = useStore(question).search;
  const [typed, setTyped] = useState(asked);
  const settled = useDeferredValue(typed);
  useEffect(() => {
    const timer = setTimeout(() => question.update((now) => ({ ...now, search: settled })), 250);
    return () => clearTimeout(timer);
  }, [settled]);
  return <SearchField label={t(($) => $.inbox.search)} value={typed} onChange={setTyped} />;
}

function Conversations() {
  const t = useWords();
  const workbench = useWorkbench();
  const listed = useStore(list.state);
  const { preset } = useStore(question);
  const total = useStore(counts)?.[preset];
  const density = useSetting(workbench.settings, densitySetting);
  const selected = useWorkbenchState(({ editor }) => (editor?.kind === "conversation" ? editor.id : null));
  if (listed.rows.length === 0) return <Empty listed={listed} />;
  return (
    <>
      {listed.status === "failed" && <Trouble error={listed.error} />}
      <VirtualList<InboxRow>
        rows={listed.rows}
        keyOf={keyOf}
        label={t(($) => $.inbox.conversations)}
        rowHeight={ROW[density]}
        selected={selected}
        {...(total === undefined ? {} : { count: Math.max(total, listed.rows.length) })}
        menu="inbox.row"
        onSeen={saw}
        onChoose={({ id }, how) =>
          workbench.editors.show(`conversation:${id}`, { preview: how === "look", keepFocus: how === "look" })
        }
      >
        {(row) => <InboxRowView row={row} />}
      </VirtualList>
    </>
  );
}

const keyOf = ({ id }: InboxRow): string => id;
const saw = (index: number): void => list.saw(index);

function Empty({ listed: { status, error } }: { readonly listed: Listed }) {
  const t = useWords();
  const asked = useStore(question);
  const limited = narrowed(asked) > 0 || asked.search !== "";
  if (status === "loading") return <Skeleton />;
  if (status === "failed") return <Trouble error={error} />;
  return (
    <div className="inbox__empty" role="status">
      <Icon name={limited ? "search" : "check-all"} className="inbox__empty-icon" />
      <p className="inbox__empty-title">
        {limited ? t(($) => $.inbox.nothingMatches) : t(($) => $.inbox.empty[asked.preset])}
      </p>
      {narrowed(asked) > 0 && (
        <Button icon="filter" onClick={() => question.update(widen)}>
          {t(($) => $.inbox.clearFilters)}
        </Button>
      )}
    </div>
  );
}

function Trouble({ error }: { readonly error: unknown }) {
  const t = useWords();
  return (
    <div className="inbox__trouble" role="alert">
      <p>{wordsOfError(error)}</p>
      <Button icon="refresh" onClick={() => list.refresh()}>
        {t(($) => $.workbench.tryAgain)}
      </Button>
    </div>
  );
}

/** Stands in for rows, and appears only when they take their time. */
function Skeleton() {
  const t = useWords();
  return (
    <div className="inbox__skeleton" role="status" aria-label={t(($) => $.workbench.loading)}>
      {[72, 54, 83, 61, 70].map((width) => (
        <div key={width} className="inbox__bone" style={{ inlineSize: `${width}%` }} />
      ))}
    </div>
  );
}
