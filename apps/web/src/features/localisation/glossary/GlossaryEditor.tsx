import { useEffect, useMemo } from "react";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { NotThere } from "../../../ui/NotThere.tsx";
import { SearchField } from "../../../ui/SearchField.tsx";
import { useWorkbench, useWorkbenchState } from "../../../workbench/context.ts";
import type { EditorProps } from "../../../workbench/pieces.ts";
import { shown } from "../overview.ts";
import { deskOf, type GlossaryDesk } from "./glossary-desk.ts";
import { TermForm } from "./TermForm.tsx";
import { TermList } from "./TermList.tsx";
import { matching } from "./term-rows.ts";
import { NEW } from "./unsaved-terms.ts";
import "./glossary-editor.css";

/** A brand's terms: found on one side, written on the other. */
export function GlossaryEditor({ editor, active }: EditorProps) {
  const brandId = editor.id;
  const viewer = useWorkbenchState(({ viewer: one }) => one);
  const desk = deskOf({ memberId: viewer?.id ?? "", brandId });
  const mayWrite =
    viewer?.memberships.some((one) => one.brandId === brandId && one.abilities.includes("template.write")) ??
    false;
  useEffect(() => desk.watch(), [desk]);
  useTold(desk, { uri: editor.uri, active, mayWrite });
  const { status, error } = useStore(desk.glossary.state);
  if (status !== "ready")
    return <NotThere status={status} error={error} onRetry={() => void desk.glossary.load()} />;
  return (
    <div className="glossary">
      <Filters desk={desk} mayWrite={mayWrite} />
      <Sides desk={desk} mayWrite={mayWrite} />
    </div>
  );
}

interface DeskProps {
  readonly desk: GlossaryDesk;
  readonly mayWrite: boolean;
}

function Filters({ desk, mayWrite }: DeskProps) {
  const t = useWords();
  const { query } = useStore(desk.state);
  const { rows: terms } = useStore(desk.glossary.state);
  return (
    <search className="glossary__filters">
      <SearchField
        label={t(($) => $.localisation.glossary.search)}
        value={query}
        onChange={(typed) => desk.search(typed)}
      />
      <span className="glossary__sum" role="status">
        {t(($) => $.localisation.glossary.sum, { count: matching(terms, query).length })}
      </span>
      {mayWrite ? (
        <Button icon="add" onClick={() => desk.begin()}>
          {t(($) => $.localisation.glossary.add)}
        </Button>
      ) : (
        <span className="glossary__read-only">
          <Icon name="lock" />
          {t(($) => $.localisation.glossary.readOnly)}
        </span>
      )}
    </search>
  );
}

function Sides({ desk, mayWrite }: DeskProps) {
  const { chosen, query } = useStore(desk.state);
  const { rows: terms } = useStore(desk.glossary.state);
  const drafts = useStore(desk.drafts);
  const found = useMemo(() => matching(terms, query), [terms, query]);
  const term = terms.find(({ id }) => id === chosen) ?? null;
  const draft = chosen === null ? undefined : drafts[chosen];
  return (
    <div className="glossary__sides">
      <div className="glossary__list">
        {found.length === 0 && !drafts[NEW] ? (
          <NothingFound desk={desk} mayWrite={mayWrite} />
        ) : (
          <TermList desk={desk} terms={found} />
        )}
      </div>
      {chosen !== null && (term || draft) ? (
        <TermForm
          key={chosen}
          desk={desk}
          id={chosen}
          term={term}
          draft={draft ?? null}
          mayWrite={mayWrite}
        />
      ) : (
        <Lead />
      )}
    </div>
  );
}

/** What a glossary is for, until a term is chosen. */
function Lead() {
  const t = useWords();
  return (
    <div className="glossary__lead">
      <Icon name="book" className="glossary__lead-icon" />
      <p>{t(($) => $.localisation.glossary.lead)}</p>
    </div>
  );
}

function NothingFound({ desk, mayWrite }: DeskProps) {
  const t = useWords();
  const { query } = useStore(desk.state);
  const wanted = query.trim();
  return (
    <div className="glossary__none" role="status">
      <p>
        {wanted === "" ? t(($) => $.localisation.glossary.empty) : t(($) => $.localisation.glossary.none)}
      </p>
      {mayWrite && wanted !== "" && (
        <Button icon="add" onClick={() => desk.begin(wanted)}>
          {t(($) => $.localisation.glossary.addThis, { term: wanted })}
        </Button>
      )}
    </div>
  );
}

interface Told {
  readonly uri: string;
  readonly active: boolean;
  readonly mayWrite: boolean;
}

/** Tells the tab its name, and commands what they may do. */
function useTold(desk: GlossaryDesk, { uri, active, mayWrite }: Told): void {
  const t = useWords();
  const workbench = useWorkbench();
  const { brands } = useStore(shown);
  const { chosen, busy } = useStore(desk.state);
  const drafts = useStore(desk.drafts);
  const brand = brands.find(({ id }) => id === desk.glossary.brandId)?.name;
  const title = brand
    ? t(($) => $.localisation.glossary.tab, { brand })
    : t(($) => $.localisation.glossary.title);
  const dirty = Object.keys(drafts).length > 0;
  useEffect(() => workbench.editors.describe(uri, { title, dirty }), [workbench, uri, title, dirty]);
  const save = mayWrite && !busy && chosen !== null && drafts[chosen] !== undefined;
  const remove = mayWrite && !busy && chosen !== null && chosen !== NEW;
  useEffect(() => {
    if (!active) return undefined;
    workbench.tell({ glossary: { add: mayWrite, save, remove } });
    return () => workbench.tell({ glossary: null });
  }, [workbench, active, mayWrite, save, remove]);
}
