import { sharedText, type TemplateLanguage } from "@parley/shared/template";
import { useEffect, useState } from "react";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { IconButton } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { variantUri } from "../address.ts";
import { MessageText } from "../message/MessageText.tsx";
import { shown } from "../overview.ts";
import { addressOf, firstPlace } from "../table/standing.ts";
import { templateLanguage } from "./template-language.ts";
import type { WordedProps } from "./variant-props.ts";

interface SharedBlockProps extends WordedProps {
  readonly block: string;
  readonly locale: string;
}

/** A part that many templates share: its words are written once, elsewhere. */
export function SharedBlock({ open, block, locale }: SharedBlockProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const { brandId, register, channelClass } = open.address;
  const language = useLanguageOf(brandId, locale);
  const { overview } = useStore(shown);
  const row = overview?.rows.find(({ template }) => template.kind === "block" && template.key === block);
  const cell = row?.cells.find((one) => one.locale === locale);
  const place = cell && firstPlace(cell);
  const text = language && sharedText(block, { locale, register, channelClass }, language);
  return (
    <div className="shared">
      <p className="shared__name">
        <Icon name="link" />
        {t(($) => $.localisation.blocks.shared)}
        <code className="shared__key" dir="ltr">
          {block}
        </code>
        {row && place && (
          <IconButton
            icon="link-external"
            label={t(($) => $.localisation.blocks.openShared, { block })}
            onClick={() => workbench.editors.show(variantUri(addressOf({ row, locale, ...place }, brandId)))}
          />
        )}
      </p>
      {text && <MessageText source={text} locale={locale} />}
    </div>
  );
}

/** What a language's templates share; null until it is there. */
export function useLanguageOf(brandId: string, locale: string): TemplateLanguage | null {
  const [found, setFound] = useState<TemplateLanguage | null>(null);
  useEffect(() => {
    let wanted = true;
    void templateLanguage(brandId, locale).then(
      (language) => wanted && setFound(language),
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [brandId, locale]);
  return found?.locale === locale ? found : null;
}
