import { useEffect, useState } from "react";
import { api } from "../../../base/api.ts";
import { useWords } from "../../../base/i18n.ts";
import { directionOf } from "../../../base/languages.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import { Button } from "../../../ui/Button.tsx";
import type { Term } from "../glossary/open-glossary.ts";
import { MemoryMatchesDocument } from "../memory.documents.ts";
import { MessageText } from "../message/MessageText.tsx";
import { termsIn } from "../message/terms.ts";
import { registerName } from "../place-words.ts";
import { aligned } from "../variant/align.ts";
import { useGlossary, wordsIn } from "../variant/glossary.ts";
import type { OpenVariant } from "../variant/open-variant.ts";
import type { WordedProps } from "../variant/variant-props.ts";
import { blocksOf, draftBlock } from "../variant/words.ts";
import { MachineTranslation } from "./MachineTranslation.tsx";
import "./memory.css";

type Match = ResultOf<typeof MemoryMatchesDocument>["memoryMatches"][number];

/** What the brand has said before: its terms in this source, and approved translations of texts like these. */
export function Memory(props: WordedProps) {
  const { open, opened } = props;
  const t = useWords();
  const terms = useGlossary(open.address.brandId);
  const blocks = opened.source ? blocksOf(opened.source.blocks) : [];
  if (blocks.length === 0) return <p className="memory__none">{t(($) => $.localisation.memory.isSource)}</p>;
  const all = blocks.map((block) => (block.kind === "own" ? block.text : "")).join("\n");
  const here = terms.filter((term) => termsIn(all, [term]).length > 0);
  return (
    <div className="memory">
      {here.length > 0 && <Terms terms={here} locale={open.address.locale} />}
      {blocks.map((block, index) =>
        block.kind === "own" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a source's parts have no other name and do not move
          <Part key={index} {...props} index={index} text={block.text} />
        ) : null,
      )}
    </div>
  );
}

function Terms({ terms, locale }: { readonly terms: readonly Term[]; readonly locale: string }) {
  const t = useWords();
  return (
    <section className="memory__part">
      <h4 className="memory__title">{t(($) => $.localisation.memory.terms)}</h4>
      <dl className="memory__terms">
        {terms.map(({ id, term, keep, translations, forbidden, note }) => (
          <div key={id} className="memory__term">
            <dt>
              <bdi>{term}</bdi>
            </dt>
            <dd>
              <bdi>
                {keep ? t(($) => $.localisation.memory.keep) : wordsIn(translations, locale).join(" · ")}
              </bdi>
              {wordsIn(forbidden, locale).length > 0 && (
                <span className="memory__forbidden">
                  {t(($) => $.localisation.memory.forbidden, {
                    words: wordsIn(forbidden, locale).join(" · "),
                  })}
                </span>
              )}
              {note && <span className="memory__note">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Part({
  open,
  opened,
  may,
  index,
  text,
}: WordedProps & { readonly index: number; readonly text: string }) {
  const t = useWords();
  const { locale } = open.address;
  const matches = useMatches(open, text, opened.template?.sourceLocale ?? "");
  return (
    <section className="memory__part">
      <h4 className="memory__title">{t(($) => $.localisation.checks.inPart, { n: index + 1 })}</h4>
      {matches?.length === 0 && <p className="memory__none">{t(($) => $.localisation.memory.none)}</p>}
      {matches?.map((match) => (
        <article key={`${match.template} ${match.target}`} className="memory__match">
          <p className="memory__from">
            <strong>{t(($) => $.localisation.memory.likeness, { share: match.likeness })}</strong>
            {match.register && <span>{registerName(match.register)}</span>}
            {match.template && <code dir="ltr">{match.template}</code>}
          </p>
          <div lang={locale} dir={directionOf(locale)}>
            <MessageText source={match.target} locale={locale} />
          </div>
          {may.write && (
            <Button look="quiet" icon="arrow-left" onClick={() => use(open, index, match.target)}>
              {t(($) => $.localisation.memory.use)}
            </Button>
          )}
        </article>
      ))}
      {may.write && (
        <MachineTranslation
          open={open}
          text={text}
          sourceLocale={opened.template?.sourceLocale ?? ""}
          onUse={(translated) => use(open, index, translated)}
        />
      )}
    </section>
  );
}

/** Null until they have come. */
function useMatches({ address }: OpenVariant, text: string, sourceLocale: string): readonly Match[] | null {
  const [found, setFound] = useState<{ readonly text: string; readonly matches: readonly Match[] } | null>(
    null,
  );
  useEffect(() => {
    const { brandId, register, locale } = address;
    let wanted = true;
    const asked = api().client.query({
      query: MemoryMatchesDocument,
      variables: { wish: { brandId, register, sourceLocale, targetLocale: locale, text } },
      fetchPolicy: "no-cache",
    });
    void asked.then(
      ({ data }) => wanted && setFound({ text, matches: data?.memoryMatches ?? [] }),
      () => wanted && setFound({ text, matches: [] }),
    );
    return () => {
      wanted = false;
    };
  }, [address, text, sourceLocale]);
  return found?.text === text ? found.matches : null;
}

/** Put a translation where its part stands beside the source; Control+Z takes it back. */
function use(open: OpenVariant, index: number, text: string): void {
  const { source, words } = open.state.get();
  if (!source || !words) return;
  const row = aligned(blocksOf(source.blocks), words.blocks).find((one) => one.source?.index === index);
  const key = row?.target?.draft.key;
  const block = { kind: "own", text } as const;
  open.write({
    blocks: key
      ? words.blocks.map((one) => (one.key === key ? { key, block } : one))
      : [...words.blocks, draftBlock(block)],
  });
}
