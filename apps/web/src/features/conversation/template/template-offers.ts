import type { Extension } from "@codemirror/state";
import { words } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { type Offer, offers } from "../../../editor/completion.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import type { Visibility } from "../draft/unsaved.ts";
import type { OpenConversation } from "../open-conversation.ts";
import { takeTemplate } from "./insert-template.ts";
import { searchTemplates } from "./template-search.ts";
import { type TemplateChoice, templatesFor } from "./templates.ts";

interface Offering {
  readonly open: OpenConversation;
  readonly keeper: DraftKeeper;
  readonly visibility: Visibility;
}

/** Templates at `/` and Ctrl+Space, in the customer's language first; whatever stands in for it says so. */
export function templateOffers(offering: Offering): Extension {
  return offers(async ({ query }) => {
    const choices = await templatesFor(offering.open.id, offering.visibility);
    return searchTemplates(choices, query).map((choice) => offerOf(choice, offering));
  });
}

function offerOf(choice: TemplateChoice, offering: Offering): Offer {
  const { t } = words.get();
  const { title, revisionId, text, locale, needsClick } = choice;
  return {
    id: revisionId,
    label: title,
    detail: badges(choice).join(" · "),
    group: needsClick ? t(($) => $.conversation.templates.otherLanguages) : languageName(locale),
    lang: locale,
    preview: () => text,
    pieces: () => takeTemplate(choice, offering),
  };
}

/** Everything that is not as it was wanted. */
export function badges({ compromises }: TemplateChoice): readonly string[] {
  const { t } = words.get();
  return compromises.map(({ kind, used }) => {
    if (kind === "language" || kind === "country")
      return t(($) => $.conversation.templates.inLanguage, { language: languageName(used) });
    if (kind === "register" && (used === "formal" || used === "informal" || used === "neutral"))
      return t(($) => $.conversation.templates.register[used]);
    if (kind === "channel" && (used === "short" || used === "public" || used === "private" || used === "any"))
      return t(($) => $.conversation.templates.channel[used]);
    return used;
  });
}
