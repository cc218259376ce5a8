import { useEffect } from "react";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { NotThere } from "../../../ui/NotThere.tsx";
import { useWorkbench, useWorkbenchState } from "../../../workbench/context.ts";
import type { EditorProps } from "../../../workbench/pieces.ts";
import { templatePlace } from "../address.ts";
import { TemplateForm } from "./TemplateForm.tsx";
import { deskOf, type TemplateDesk } from "./template-desk.ts";

/** The form in which a template is begun, or its contract changed. */
export function TemplateEditor({ editor, active }: EditorProps) {
  const t = useWords();
  const { brandId, templateId } = templatePlace(editor.id);
  const viewer = useWorkbenchState(({ viewer: one }) => one);
  const desk = deskOf({ memberId: viewer?.id ?? "", brandId, templateId });
  const mayWrite =
    viewer?.memberships.some((one) => one.brandId === brandId && one.abilities.includes("template.write")) ??
    false;
  useEffect(() => desk.watch(), [desk]);
  const { status, error } = useStore(desk.templates.state);
  useTold(desk, { uri: editor.uri, active, mayWrite });
  const missing = !desk.isNew && desk.template() === null && desk.draft.get() === null;
  if (status !== "ready" || missing)
    return (
      <NotThere
        status={status === "ready" ? "missing" : status}
        error={error}
        missing={t(($) => $.localisation.variant.missing)}
        onRetry={() => void desk.templates.load()}
      />
    );
  return <TemplateForm desk={desk} brandId={brandId} templateId={templateId} mayWrite={mayWrite} />;
}

interface Told {
  readonly uri: string;
  readonly active: boolean;
  readonly mayWrite: boolean;
}

/** Tells the tab its name, and commands what they may do. */
function useTold(desk: TemplateDesk, { uri, active, mayWrite }: Told): void {
  const t = useWords();
  const workbench = useWorkbench();
  const { busy } = useStore(desk.state);
  const dirty = useStore(desk.draft) !== null;
  const key = desk.template()?.key;
  const title = key ? t(($) => $.templateForm.tab, { key }) : t(($) => $.templateForm.new);
  useEffect(() => workbench.editors.describe(uri, { title, dirty }), [workbench, uri, title, dirty]);
  const save = mayWrite && dirty && !busy;
  useEffect(() => {
    if (!active) return undefined;
    workbench.tell({ templateForm: { save } });
    return () => workbench.tell({ templateForm: null });
  }, [workbench, active, save]);
}
