import { useEffect, useRef, useState } from "react";
import { useWords } from "../../../base/i18n.ts";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { publish } from "./life.ts";
import type { OpenVariant } from "./open-variant.ts";
import { publishing } from "./publishing.ts";

/** From when to when a text is used. It stands in for the usual one, which comes back after. */
export function PublishForm({ open }: { readonly open: OpenVariant }) {
  const t = useWords();
  const workbench = useWorkbench();
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => box.current?.querySelector("input")?.focus(), []);
  const backwards = from !== "" && to !== "" && to <= from;
  const close = () => publishing.set(null);
  return (
    <form
      ref={box}
      className="life__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (backwards) return;
        void publish(open, { validFrom: instant(from), validTo: instant(to) }).then(
          (done) => done && close(),
          (error) => workbench.fail(error),
        );
      }}
    >
      <Field
        label={t(($) => $.localisation.publish.from)}
        hint={t(($) => $.localisation.publish.fromHint)}
        type="datetime-local"
        value={from}
        onChange={(event) => setFrom(event.target.value)}
      />
      <Field
        label={t(($) => $.localisation.publish.to)}
        hint={
          backwards ? t(($) => $.localisation.publish.backwards) : t(($) => $.localisation.publish.toHint)
        }
        type="datetime-local"
        value={to}
        aria-invalid={backwards}
        onChange={(event) => setTo(event.target.value)}
      />
      <div className="life__buttons">
        <Button look="primary" type="submit" icon="rocket" disabled={backwards}>
          {t(($) => $.localisation.commands.publish)}
        </Button>
        <Button onClick={close}>{t(($) => $.workbench.cancel)}</Button>
      </div>
    </form>
  );
}

/** The member's own clock is meant. */
const instant = (local: string): string | null => (local === "" ? null : new Date(local).toISOString());
