import { useEffect, useId, useRef } from "react";
import { useWords } from "../../../base/i18n.ts";
import { IconButton } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import type { CardProps } from "./card-props.ts";
import { VariableFields } from "./VariableFields.tsx";
import "./variable-card.css";

/** A variable in a line, with its fields below while it is open. */
export function VariableCard(props: CardProps) {
  const { variable, open, locale, known, mayWrite, problems, onToggle, onRemove } = props;
  const t = useWords();
  const id = useId();
  const box = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>(".variable-card__fields input");
    if (open && variable.name === "") first?.focus();
  }, [open, variable.name]);
  const label = variable.words?.[locale]?.label || known?.label;
  const name = variable.name || t(($) => $.templateForm.nameless);
  return (
    <li className="variable-card" data-wrong={problems.length > 0} ref={box}>
      <div className="variable-card__line">
        <button
          type="button"
          className="variable-card__toggle"
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
        >
          <Icon name={open ? "chevron-down" : "chevron-right"} className="variable-card__chevron" />
          <code className="variable-card__name" dir="ltr">
            {name}
          </code>
          {label && (
            <span className="variable-card__label" lang={locale} dir="auto">
              {label}
            </span>
          )}
          <span className="variable-card__sum">
            {t(($) => $.templateForm.types[variable.type])} ·{" "}
            {t(($) => $.templateForm.sources[variable.source])}
            {!variable.required && ` · ${t(($) => $.templateForm.optional)}`}
          </span>
          {problems.length > 0 && (
            <span className="variable-card__wrong">
              <Icon name="error" />
              {t(($) => $.templateForm.wrong, { count: problems.length })}
            </span>
          )}
        </button>
        {mayWrite && (
          <IconButton icon="trash" label={t(($) => $.templateForm.remove, { name })} onClick={onRemove} />
        )}
      </div>
      <div id={id} className="variable-card__fields" hidden={!open}>
        {open && <VariableFields {...props} />}
      </div>
    </li>
  );
}
