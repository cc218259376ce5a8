import { useEffect, useState } from "react";
import { words as currentWords, useWords } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { useStore } from "../../../base/store.ts";
import { createStored } from "../../../base/stored.ts";
import { Button } from "../../../ui/Button.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { samePlace } from "../address.ts";
import { aligned } from "./align.ts";
import { BlockRow } from "./BlockRow.tsx";
import { revisionBeside } from "./open-variant.ts";
import { newest, type Source } from "./opened.ts";
import { templateLanguage } from "./template-language.ts";
import type { WordedProps } from "./variant-props.ts";
import { blocksOf, draftBlock } from "./words.ts";
import "./blocks.css";

/** The language beside source and target; empty for none. */
const third = createStored("localisation.third", (stored) => (typeof stored === "string" ? stored : ""));

/** The parts of the text beside those of its source, and of a third language where one wants to look. */
export function Blocks(props: WordedProps) {
  const { open, opened, words, may } = props;
  const t = useWords();
  const other = useStore(third);
  const beside = useBeside(props, other);
  const source = opened.source ? blocksOf(opened.source.blocks) : [];
  const rows = aligned(source, words.blocks);
  const thirdBlocks = beside ? blocksOf(beside.blocks) : [];
  const columns = (opened.source ? 1 : 0) + (beside ? 1 : 0) + 1;
  return (
    <section className="blocks" data-columns={columns} aria-label={t(($) => $.localisation.blocks.label)}>
      <div className="blocks__heads">
        {opened.source && (
          <h3 className="blocks__head">
            {t(($) => $.localisation.blocks.source, {
              language: languageName(opened.template?.sourceLocale ?? ""),
              n: opened.source.n,
            })}
          </h3>
        )}
        {beside && (
          <h3 className="blocks__head">
            <ThirdChoice {...props} />
          </h3>
        )}
        <h3 className="blocks__head">
          {languageName(open.address.locale)}
          {!beside && opened.source && <ThirdChoice {...props} />}
        </h3>
      </div>
      {rows.map((row, index) => (
        <BlockRow
          key={row.target?.draft.key ?? `source-${row.source?.index}`}
          {...props}
          row={row}
          {...(beside ? { third: { locale: other, block: thirdBlocks[row.source?.index ?? index] } } : {})}
        />
      ))}
      {may.write && <AddBlock {...props} />}
    </section>
  );
}

/** A third language to look at: texts that were made from the same source often solve the same problem. */
function ThirdChoice({ open, opened }: WordedProps) {
  const t = useWords();
  const other = useStore(third);
  const { template } = opened;
  const locales = new Set(
    (template?.variants ?? [])
      .filter(({ absentReason }) => absentReason === null)
      .map(({ locale }) => locale)
      .filter((locale) => locale !== open.address.locale && locale !== template?.sourceLocale),
  );
  if (locales.size === 0) return null;
  return (
    <select
      className="select blocks__third"
      aria-label={t(($) => $.localisation.blocks.third)}
      value={locales.has(other) ? other : ""}
      onChange={(event) => third.set(event.target.value)}
    >
      <option value="">{t(($) => $.localisation.blocks.noThird)}</option>
      {[...locales].map((locale) => (
        <option key={locale} value={locale}>
          {languageName(locale)}
        </option>
      ))}
    </select>
  );
}

/** The nearest text of the third language. */
function useBeside({ open, opened }: WordedProps, locale: string): Source | null {
  const [found, setFound] = useState<{ readonly id: string; readonly source: Source | null } | null>(null);
  const { address } = open;
  const there = (opened.template?.variants ?? []).filter(
    (one) => one.locale === locale && one.absentReason === null,
  );
  const near =
    there.find((one) => samePlace(one, { ...address, locale })) ??
    there.find(({ channelClass }) => channelClass === address.channelClass) ??
    there[0];
  const id = locale === address.locale ? undefined : near?.id;
  useEffect(() => {
    if (!id) return undefined;
    let wanted = true;
    void revisionBeside(id).then(
      (source) => wanted && setFound({ id, source }),
      () => wanted && setFound(null),
    );
    return () => {
      wanted = false;
    };
  }, [id]);
  return found !== null && found.id === id ? found.source : null;
}

/** Another part: words of its own, or one that many templates share. */
function AddBlock({ open, opened, words }: WordedProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const isBlock = opened.template?.kind === "block";
  // A shared block is one message.
  if (isBlock && words.blocks.length > 0) return null;
  const add = async () => {
    const language = await templateLanguage(open.address.brandId, open.address.locale);
    const shared = [...new Set(language.blocks.map(({ block }) => block))];
    const own = { id: "", label: currentWords.get().t(($) => $.localisation.blocks.own) };
    const chosen = await workbench.pick({
      title: currentWords.get().t(($) => $.localisation.blocks.add),
      choices: [own, ...shared.map((block) => ({ id: block, label: block, icon: "link" as const }))],
    });
    if (!chosen) return;
    const block =
      chosen.id === ""
        ? ({ kind: "own", text: "" } as const)
        : ({ kind: "shared", block: chosen.id } as const);
    const now = open.state.get().words?.blocks ?? [];
    open.write({ blocks: [...now, draftBlock(block)] });
  };
  return (
    <div className="blocks__add">
      <Button look="quiet" icon="add" onClick={() => void add().catch((error) => workbench.fail(error))}>
        {t(($) => $.localisation.blocks.add)}
      </Button>
      {newest(opened) === null && opened.source && (
        <Button look="quiet" icon="copy" onClick={() => copySource(open)}>
          {t(($) => $.localisation.blocks.copySource)}
        </Button>
      )}
    </div>
  );
}

/** Begin with the source's own words: its placeholders and forms are half of the work. */
function copySource(open: WordedProps["open"]): void {
  const { source } = open.state.get();
  if (source) open.write({ blocks: blocksOf(source.blocks).map(draftBlock) });
}
