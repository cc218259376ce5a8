import { useRef } from "react";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { About } from "./About.tsx";
import { Consequences } from "./Consequences.tsx";
import { FirstText } from "./FirstText.tsx";
import type { FormProps } from "./form-props.ts";
import { TemplateNews } from "./TemplateNews.tsx";
import type { TemplateDesk } from "./template-desk.ts";
import { isBegun, problemsOf } from "./template-problems.ts";
import { Variables } from "./Variables.tsx";
import "./template-form.css";

interface TemplateFormProps {
  readonly desk: TemplateDesk;
  readonly brandId: string;
  readonly templateId: string;
  readonly mayWrite: boolean;
}

/** What a template is for and may hold; of a new one, also what its first text begins with. */
export function TemplateForm({ desk, brandId, templateId, mayWrite }: TemplateFormProps) {
  const t = useWords();
  const workbench = useWorkbench();
  useStore(desk.draft);
  const { rows: templates } = useStore(desk.templates.state);
  const { tried } = useStore(desk.state);
  const form = useRef<HTMLFormElement>(null);
  const words = desk.words();
  const { isNew } = desk;
  const all = problemsOf(words, { isNew, templates });
  const parts: FormProps = {
    words,
    isNew,
    mayWrite,
    brandId,
    problems: tried ? all : all.filter(isBegun),
    onWrite: (changed) => desk.write(changed),
  };
  return (
    <form
      ref={form}
      className="template-form"
      noValidate
      aria-label={isNew ? t(($) => $.templateForm.new) : words.key}
      onSubmit={(event) => {
        event.preventDefault();
        void workbench.run("template.save");
      }}
    >
      <TemplateNews desk={desk} mayWrite={mayWrite} wrong={parts.problems.length} />
      {!isNew && <Consequences desk={desk} brandId={brandId} templateId={templateId} />}
      <div className="template-form__fields">
        <Head words={words} isNew={isNew} mayWrite={mayWrite} />
        <About {...parts} />
        {isNew && <FirstText {...parts} />}
        <Variables {...parts} />
      </div>
      {mayWrite && <Buttons desk={desk} wrong={parts.problems.length} />}
    </form>
  );
}

function Head({ words, isNew, mayWrite }: Pick<FormProps, "words" | "isNew" | "mayWrite">) {
  const t = useWords();
  return (
    <header className="template-form__head">
      <h2 className="template-form__title">
        {isNew ? t(($) => $.templateForm.new) : <code dir="ltr">{words.key}</code>}
      </h2>
      <p className="labelled__hint">
        {isNew ? t(($) => $.templateForm.newLead) : t(($) => $.templateForm.changeLead)}
      </p>
      {!mayWrite && (
        <p className="template-form__read-only">
          <Icon name="lock" />
          {t(($) => $.localisation.glossary.readOnly)}
        </p>
      )}
    </header>
  );
}

function Buttons({ desk, wrong }: { readonly desk: TemplateDesk; readonly wrong: number }) {
  const t = useWords();
  const { busy } = useStore(desk.state);
  const draft = useStore(desk.draft);
  return (
    <div className="template-form__buttons">
      <Button look="primary" type="submit" icon={busy ? "loading" : "save"} disabled={busy || draft === null}>
        {desk.isNew ? t(($) => $.templateForm.add) : t(($) => $.templateForm.save)}
      </Button>
      <Button icon="discard" disabled={draft === null || busy} onClick={() => desk.drop()}>
        {t(($) => $.localisation.commands.revert)}
      </Button>
      {wrong > 0 && (
        <span className="template-form__count">{t(($) => $.templateForm.wrong, { count: wrong })}</span>
      )}
    </div>
  );
}
