import type { Extension } from "@codemirror/state";
import { api } from "../../../base/api.ts";
import { changes } from "../../../base/changes.ts";
import { words } from "../../../base/i18n.ts";
import { languageName } from "../../../base/languages.ts";
import { type Offer, offers } from "../../../editor/completion.ts";
import type { Piece } from "../../../editor/stops.ts";
import type { ResultOf } from "../../../gql/graphql.ts";
import { ask } from "../asking.ts";
import { TemplatesDocument } from "../conversation.documents.ts";
import type { DraftKeeper } from "../draft/draft-keeper.ts";
import { variablesOf } from "../draft/draft-text.ts";
import type { Visibility } from "../draft/unsaved.ts";
import type { OpenConversation } from "../open-conversation.ts";
import { templatePieces } from "./template-pieces.ts";
import { searchTemplates } from "./template-search.ts";

type Choice = NonNullable<ResultOf<typeof TemplatesDocument>["conversation"]>["templates"][number];

interface Offering {
  readonly open: OpenConversation;
  readonly keeper: DraftKeeper;
  readonly visibility: Visibility;
}

/** Templates at `/` and Ctrl+Space, in the customer's language first; whatever stands in for it says so. */
export function templateOffers(offering: Offering): Extension {
  return offers(async ({ query }) => {
    const choices = await templatesFor(offering);
    return searchTemplates(choices, query).map((choice) => offerOf(choice, offering));
  });
}

const asked = new Map<string, Promise<readonly Choice[]>>();
// What was rendered for a conversation is good until someone writes in it or a template changes.
changes.listen((change) => {
  if (change === null || change.kind === "template") asked.clear();
  else if (change.kind === "conversation")
    for (const visibility of ["public", "private"]) asked.delete(`${change.conversationId} ${visibility}`);
});

/** Asked for once; a failure is asked again the next time. */
function templatesFor({ open: { id }, visibility }: Offering): Promise<readonly Choice[]> {
  const key = `${id} ${visibility}`;
  const answer = asked.get(key) ?? fetchTemplates(id, visibility);
  asked.set(key, answer);
  answer.catch(() => asked.delete(key));
  return answer;
}

async function fetchTemplates(id: string, visibility: Visibility): Promise<readonly Choice[]> {
  const { data } = await api().client.query({
    query: TemplatesDocument,
    variables: { id, visibility },
    fetchPolicy: "no-cache",
  });
  return data?.conversation?.templates ?? [];
}

function offerOf(choice: Choice, offering: Offering): Offer {
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
function badges({ compromises }: Choice): readonly string[] {
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
async function insert(choice: Choice, { open, keeper }: Offering): Promise<readonly Piece[]> {
  const foreign = choice.compromises.find(({ kind }) => kind === "language" || kind === "country");
  if (choice.needsClick && foreign) {
    const { wanted, used } = foreign;
    const wantsIt = await ask.insert({ conversationId: open.id, wanted, used });
    if (!wantsIt) return [];
  }
  const { key, locale, register, channelClass, revisionId, text, marks } = choice;
  const { uses, variables } = keeper.state.get().text;
  keeper.change({
    uses: [...uses, { templateRevisionId: revisionId, key, locale, register, channelClass, text }],
    variables: { ...variables, ...variablesOf(text, marks) },
  });
  return templatePieces(text, marks);
}
