import { useEffect } from "react";
import { wordsOfError } from "../../../base/error-words.ts";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
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
  if (status !== "ready") return <NotThere desk={desk} error={status === "failed" ? error : null} />;
  if (!desk.isNew && desk.template() === null && desk.draft.get() === null)
    return (
      <div className="template-form__missing" role="alert">
        <p>{t(($) => $.localisation.variant.missing)}</p>
      </div>
    );
  return <TemplateForm desk={desk} brandId={brandId} templateId={templateId} mayWrite={mayWrite} />;
}

function NotThere({ desk, error }: { readonly desk: TemplateDesk; readonly error: unknown }) {
  const t = useWords();
  return error === null ? (
    <div className="template-form__missing" role="status">
      <Icon name="loading" />
      <span className="unseen">{t(($) => $.workbench.loading)}</span>
    </div>
  ) : (
    <div className="template-form__missing" role="alert">
      <p>{wordsOfError(error)}</p>
      <Button icon="refresh" onClick={() => void desk.templates.load()}>
        {t(($) => $.workbench.tryAgain)}
      </Button>
    </div>
  );
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
