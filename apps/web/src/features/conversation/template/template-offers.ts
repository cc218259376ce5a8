import type { Extension } from "@codemirror/state";
import { words } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { type Offer, offers } from "../../../editor/completion.ts";
import type { Piece } from "../../../editor/stops.ts";
import { ask } from "../asking.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import type { Visibility } from "../draft/unsaved.ts";
import type { OpenConversation } from "../open-conversation.ts";
import { recordUse } from "./insert-template.ts";
import { templatePieces } from "./template-pieces.ts";
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
    pieces: () => insert(choice, offering),
  };
}

/** Everything that is not as it was wanted. */
function badges({ compromises }: TemplateChoice): readonly string[] {
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

/** Another language goes in only after a yes to exactly that. */
async function insert(choice: TemplateChoice, { open, keeper }: Offering): Promise<readonly Piece[]> {
  const foreign = choice.compromises.find(({ kind }) => kind === "language" || kind === "country");
  if (choice.needsClick && foreign) {
    const { wanted, used } = foreign;
    const wantsIt = await ask.insert({ conversationId: open.id, wanted, used });
    if (!wantsIt) return [];
  }
  recordUse(keeper, choice);
  return templatePieces(choice.text, choice.marks);
}
