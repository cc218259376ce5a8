import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { VirtualList } from "../../../ui/VirtualList.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { useSetting } from "../../../workbench/settings.ts";
import { densitySetting } from "../../../workbench/themes.ts";
import type { GlossaryDesk } from "./glossary-desk.ts";
import type { Term } from "./open-glossary.ts";
import { saidAs } from "./term-rows.ts";
import { NEW } from "./unsaved-terms.ts";
import "./term-list.css";

const ROW = { comfortable: 3, compact: 2.625 };

interface Row {
  readonly id: string;
  readonly term: string;
  readonly keep: boolean;
  readonly said: readonly string[];
  readonly changed: boolean;
}

/** The terms that are left by the search, what has been begun above them. Enter goes to the words. */
export function TermList({ desk, terms }: { readonly desk: GlossaryDesk; readonly terms: readonly Term[] }) {
  const t = useWords();
  const workbench = useWorkbench();
  const density = useSetting(workbench.settings, densitySetting);
  const { chosen } = useStore(desk.state);
  const drafts = useStore(desk.drafts);
  const begun = drafts[NEW];
  const rows: readonly Row[] = [
    ...(begun ? [{ id: NEW, term: begun.words.term, keep: begun.words.keep, said: [], changed: true }] : []),
    ...terms.map((term) => ({
      id: term.id,
      term: term.term,
      keep: term.keep,
      said: saidAs(term),
      changed: drafts[term.id] !== undefined,
    })),
  ];
  return (
    <VirtualList<Row>
      rows={rows}
      keyOf={({ id }) => id}
      label={t(($) => $.localisation.glossary.title)}
      rowHeight={ROW[density]}
      selected={chosen}
      onChoose={({ id }, how) => {
        desk.choose(id);
        // Once the form of this term stands there.
        if (how === "open") setTimeout(() => document.getElementById("glossary-term")?.focus());
      }}
    >
      {(row) => <TermRow {...row} />}
    </VirtualList>
  );
}

function TermRow({ id, term, keep, said, changed }: Row) {
  const t = useWords();
  const isNew = id === NEW;
  return (
    <div className="term-row">
      <p className="term-row__term">
        <bdi>{term || t(($) => $.localisation.glossary.newTerm)}</bdi>
      </p>
      {changed && (
        <span className="term-row__changed" title={t(($) => $.localisation.glossary.unsaved)}>
          <Icon name="circle-filled" />
          <span className="unseen">{t(($) => $.localisation.glossary.unsaved)}</span>
        </span>
      )}
      <p className="term-row__said">
        {isNew ? (
          t(($) => $.localisation.glossary.newTerm)
        ) : keep ? (
          <>
            <Icon name="pin" />
            {t(($) => $.localisation.memory.keep)}
          </>
        ) : (
          said.map((word, index) => (
            <span key={word}>
              {index > 0 && " · "}
              <bdi>{word}</bdi>
            </span>
          ))
        )}
      </p>
    </div>
  );
}
