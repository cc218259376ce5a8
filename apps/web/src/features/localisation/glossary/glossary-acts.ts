import { words } from "../../../base/i18n.ts";
import type { Frame } from "../../../workbench/contribution.ts";
import type { GlossaryDesk } from "./glossary-desk.ts";

export async function saveChosen(desk: GlossaryDesk, frame: Frame): Promise<void> {
  const { chosen } = desk.state.get();
  if (chosen === null) return;
  if (await desk.save(chosen)) frame.announce(words.get().t(($) => $.localisation.glossary.saved));
}

/** Take the term out, once it is sure. */
export async function removeChosen(desk: GlossaryDesk, frame: Frame): Promise<void> {
  const { chosen } = desk.state.get();
  const term = desk.glossary.state.get().rows.find(({ id }) => id === chosen);
  if (!term) return;
  const { t } = words.get();
  const sure = await frame.confirm({
    title: t(($) => $.localisation.glossary.removeTitle, { term: term.term }),
    text: t(($) => $.localisation.glossary.removeText),
    action: t(($) => $.localisation.glossary.removeIt),
    danger: true,
  });
  if (!sure) return;
  if (await desk.remove(term)) frame.announce(t(($) => $.localisation.glossary.removed));
}
