import type { Block } from "@parley/shared/template";
import { words as pageWords } from "../../../base/i18n.ts";
import type { Frame } from "../../../workbench/contribution.ts";
import { asSpot, templateUri, variantId, variantUri } from "../address.ts";
import { refreshOverview, shown } from "../overview.ts";
import { firstPlace } from "../table/standing.ts";
import { variantOf } from "../variant/open-variant.ts";
import { draftBlock } from "../variant/words.ts";
import { type DeskPlace, deskOf, type TemplateDesk } from "./template-desk.ts";
import { type Described, type TemplateWords, variablesOf } from "./template-draft.ts";
import { problemsOf } from "./template-problems.ts";

/** Store what the form says; a new template's first text is opened, begun as the form says. */
export async function saveTemplate(place: DeskPlace, frame: Frame): Promise<void> {
  const desk = deskOf(place);
  const { t } = pageWords.get();
  const { rows: templates } = desk.templates.state.get();
  const wrong = problemsOf(desk.words(), { isNew: desk.isNew, templates });
  if (wrong.length > 0) {
    desk.tried();
    frame.announce(
      t(($) => $.templateForm.wrong, { count: wrong.length }),
      "assertive",
    );
    setTimeout(focusFirstFault, 0);
    return;
  }
  if (desk.isNew) bringSharedVariables(desk);
  const saved = await desk.save();
  if (!saved) return;
  if (desk.isNew) await beginText(place, saved, frame);
  else frame.announce(t(($) => $.templateForm.saved));
}

/** The first place that is wrong: a field, choices, or the card a field is in. Whoever cannot see it is brought there. */
const FAULTY = [
  '[aria-invalid="true"]',
  "fieldset[aria-describedby] input",
  '[data-wrong="true"] .variable-card__toggle',
].join(", ");

const focusFirstFault = (): void =>
  document.querySelector(".template-form")?.querySelector<HTMLElement>(FAULTY)?.focus();

/** What a shared part speaks of has to be in the template's own schema. */
function bringSharedVariables(desk: TemplateDesk): void {
  const { opens, closes, variables } = desk.words();
  const names = new Set(variables.map(({ name }) => name));
  const brought = desk.templates.state
    .get()
    .rows.filter(({ kind, key }) => kind === "block" && (key === opens || key === closes))
    .flatMap((block) => variablesOf(block.variables))
    .filter(({ name }) => !names.has(name));
  const distinct = new Map(brought.map((variable) => [variable.name, variable]));
  if (distinct.size > 0) desk.write({ variables: [...variables, ...distinct.values()] });
}

interface Added {
  readonly template: Described;
  readonly words: TemplateWords;
}

async function beginText(place: DeskPlace, { template, words }: Added, frame: Frame): Promise<void> {
  await refreshOverview();
  const { brandId, memberId } = place;
  const row = shown.get().overview?.rows.find((one) => one.template.id === template.id);
  const cell = row?.cells.find(({ locale }) => locale === template.sourceLocale);
  const wanted = (cell && firstPlace(cell)) ?? { register: "neutral", channelClass: "any" };
  const address = {
    brandId,
    templateId: template.id,
    ...asSpot({ locale: template.sourceLocale, ...wanted }),
  };
  const open = variantOf(variantId(address));
  const unwatch = open.watch(memberId);
  await open.load();
  const { title, keywords } = words;
  open.write({ title, keywords, blocks: blocksOf(words).map(draftBlock) });
  frame.editors.show(variantUri(address), { preview: false });
  await frame.editors.close(templateUri(brandId, place.templateId));
  unwatch();
  frame.announce(pageWords.get().t(($) => $.templateForm.added));
}

const blocksOf = ({ opens, closes }: TemplateWords): readonly Block[] => [
  ...(opens ? [{ kind: "shared", block: opens } as const] : []),
  { kind: "own", text: "" },
  ...(closes ? [{ kind: "shared", block: closes } as const] : []),
];
