import { useEffect, useMemo, useRef } from "react";
import { words as currentWords, useWords } from "../../../base/i18n.ts";
import { directionOf, languageName } from "../../../base/languages.ts";
import { ComposerEditor } from "../../../editor/ComposerEditor.tsx";
import type { Composer } from "../../../editor/composer.ts";
import { recheck } from "../../../editor/finding-lint.ts";
import { useWorkbench } from "../../../workbench/context.ts";
import { messageOffers } from "../message/completion.ts";
import { messageLanguage } from "../message/highlight.ts";
import type { MessageOffer } from "../message/offers-at.ts";
import type { AlignedRow } from "./align.ts";
import { blockLint } from "./block-lint.ts";
import { keepView } from "./block-views.ts";
import type { OpenVariant } from "./open-variant.ts";
import { templateLanguage } from "./template-language.ts";
import { checkOf, templateOf } from "./variant-check.ts";
import type { WordedProps } from "./variant-props.ts";

interface BlockEditorProps extends WordedProps {
  readonly target: NonNullable<AlignedRow["target"]>;
  readonly text: string;
}

/** One part of a text being written. */
export function BlockEditor({ open, opened, may, target, text }: BlockEditorProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const composer = useRef<Composer | null>(null);
  const { key } = target.draft;
  const { locale } = open.address;
  const extensions = useMemo(
    () => [
      messageLanguage(directionOf(locale)),
      messageOffers(completing(open)),
      blockLint({ open, key, frame: workbench }),
    ],
    [open, key, locale, workbench],
  );
  useOthersChecks(open, key, composer);
  // Another revision was put on screen, or a change was taken back.
  useEffect(() => composer.current?.setText(text), [text]);
  return (
    <ComposerEditor
      className="block__editor"
      text={text}
      language={locale}
      label={t(($) => $.localisation.blocks.part, { n: target.index + 1, language: languageName(locale) })}
      placeholder={
        opened.source ? t(($) => $.localisation.blocks.translate) : t(($) => $.localisation.blocks.write)
      }
      readOnly={!may.write}
      extensions={extensions}
      takesKey={(event) => workbench.keyboard.take(event)}
      onChange={(typed) => writeBlock(open, key, typed)}
      onReady={(ready) => {
        composer.current = ready;
        keepView(open, key, ready?.view ?? null);
      }}
    />
  );
}

function writeBlock(open: OpenVariant, key: string, text: string): void {
  const blocks = open.state.get().words?.blocks ?? [];
  const same = blocks.some(
    ({ key: one, block }) => one === key && block.kind === "own" && block.text === text,
  );
  if (same) return;
  open.write({
    blocks: blocks.map((one) => (one.key === key ? { key, block: { kind: "own", text } } : one)),
  });
}

/** A change in one part may be news for another: what is drawn follows what the checks say of the whole. */
function useOthersChecks(
  open: OpenVariant,
  key: string,
  composer: { readonly current: Composer | null },
): void {
  useEffect(() => {
    const check = checkOf(open);
    let before = "";
    return check.state.subscribe(() => {
      const index = open.state.get().words?.blocks.findIndex((block) => block.key === key);
      const mine = check.state.get().findings.filter(({ block }) => block === index);
      const now = mine.map(({ id, severity }) => `${id} ${severity}`).join();
      if (now === before) return;
      before = now;
      if (composer.current) recheck(composer.current.view);
    });
  }, [open, key, composer]);
}

/** What can be typed in braces, in the reader's words. */
function completing(open: OpenVariant) {
  let labels: Readonly<Record<string, { readonly label: string }>> = {};
  const { brandId, locale } = open.address;
  void templateLanguage(brandId, locale).then(
    (language) => {
      labels = language.variables;
    },
    () => undefined,
  );
  return {
    locale,
    variables: () => {
      const { template } = open.state.get();
      return template ? templateOf(template).variables : [];
    },
    detail: ({ kind, text, about }: MessageOffer) => {
      if (kind === "variable") return labels[/\$(\w+)/.exec(text)?.[1] ?? ""]?.label ?? about;
      return kind === "forms" ? (labels[about]?.label ?? about) : "";
    },
    section: ({ kind }: MessageOffer) => currentWords.get().t(($) => $.localisation.offers[kind]),
  };
}
