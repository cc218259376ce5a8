import type { Block } from "@parley/shared/template";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { IconButton } from "../../../ui/Button.tsx";
import { MessageText } from "../message/MessageText.tsx";
import type { AlignedRow } from "./align.ts";
import { BlockEditor } from "./BlockEditor.tsx";
import { useGlossary, wordsIn } from "./glossary.ts";
import { SharedBlock } from "./SharedBlock.tsx";
import { checkOf } from "./variant-check.ts";
import type { WordedProps } from "./variant-props.ts";

interface RowProps extends WordedProps {
  readonly row: AlignedRow;
  readonly third?: { readonly locale: string; readonly block: Block | undefined };
}

/** One part: what the source says, and what this language says. */
export function BlockRow({ row, third, ...props }: RowProps) {
  const { open, opened } = props;
  const sourceLocale = opened.template?.sourceLocale ?? "";
  return (
    <div className="block" data-shared={row.target?.draft.block.kind === "shared"}>
      {opened.source && (
        <div className="block__side">
          {row.source && <Read {...props} block={row.source.block} locale={sourceLocale} />}
        </div>
      )}
      {third && (
        <div className="block__side">
          {third.block && <Read {...props} block={third.block} locale={third.locale} />}
        </div>
      )}
      <div className="block__side block__side--target">
        {row.target && <Target {...props} target={row.target} key={open.id} />}
        {!row.target && <NotHere />}
      </div>
    </div>
  );
}

function Read({ block, locale, ...props }: WordedProps & { readonly block: Block; readonly locale: string }) {
  if (block.kind === "shared") return <SharedBlock {...props} block={block.block} locale={locale} />;
  return <SourceText {...props} source={block.text} locale={locale} />;
}

/** The source's words, with the brand's terms and how they are said in this language. */
function SourceText({
  open,
  opened,
  source,
  locale,
}: WordedProps & { readonly source: string; readonly locale: string }) {
  const t = useWords();
  const { address } = open;
  const glossary = useGlossary(address.brandId);
  // Terms are written in the source language: a third one has words of its own.
  const terms = locale === opened.template?.sourceLocale ? glossary : [];
  const marked = terms.map(({ term, keep, translations }) => ({
    term,
    hint: keep ? t(($) => $.localisation.memory.keep) : wordsIn(translations, address.locale).join(" · "),
  }));
  return <MessageText source={source} locale={locale} terms={marked} />;
}

function NotHere() {
  const t = useWords();
  return <p className="block__lost">{t(($) => $.localisation.blocks.notHere)}</p>;
}

interface TargetProps extends WordedProps {
  readonly target: NonNullable<AlignedRow["target"]>;
}

function Target({ target, ...props }: TargetProps) {
  const { open, may } = props;
  const { index, draft } = target;
  return (
    <>
      {draft.block.kind === "shared" ? (
        <SharedBlock {...props} block={draft.block.block} locale={open.address.locale} />
      ) : (
        <BlockEditor {...props} target={{ index, draft }} text={draft.block.text} />
      )}
      <LostShared {...props} index={index} />
      {may.write && <BlockTools {...props} index={index} />}
    </>
  );
}

/** A shared part has no editor here, so what the checks say of it stands below. */
function LostShared({ open, words, index }: WordedProps & { readonly index: number }) {
  const t = useWords();
  const { findings } = useStore(checkOf(open).state);
  const lost = findings.some(({ block, code }) => block === index && code === "unknown-block");
  const shared = words.blocks[index]?.block.kind === "shared";
  return lost && shared ? <p className="block__lost">{t(($) => $.localisation.blocks.lost)}</p> : null;
}

/** Move or take out a part. They come forward with the keyboard or the pointer. */
function BlockTools({ open, words, index }: WordedProps & { readonly index: number }) {
  const t = useWords();
  const { blocks } = words;
  const n = index + 1;
  const swap = (by: -1 | 1) => {
    const moved = [...blocks];
    const [one, other] = [moved[index], moved[index + by]];
    if (!one || !other) return;
    moved[index] = other;
    moved[index + by] = one;
    open.write({ blocks: moved });
  };
  return (
    <fieldset className="block__tools" aria-label={t(($) => $.localisation.blocks.tools, { n })}>
      <IconButton
        icon="chevron-up"
        label={t(($) => $.localisation.blocks.up, { n })}
        disabled={index === 0}
        onClick={() => swap(-1)}
      />
      <IconButton
        icon="chevron-down"
        label={t(($) => $.localisation.blocks.down, { n })}
        disabled={index === blocks.length - 1}
        onClick={() => swap(1)}
      />
      <IconButton
        icon="trash"
        label={t(($) => $.localisation.blocks.remove, { n })}
        disabled={blocks.length === 1}
        onClick={() => open.write({ blocks: blocks.filter((_, at) => at !== index) })}
      />
    </fieldset>
  );
}
