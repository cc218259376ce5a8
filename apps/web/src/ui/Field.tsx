import { type InputHTMLAttributes, useId } from "react";
import "./field.css";

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  /** Below the field, read out with it. */
  readonly hint?: string;
}

/** A line to fill in, under its name. */
export function Field({ label, hint, ...native }: FieldProps) {
  const id = useId();
  return (
    <div className="labelled">
      <label className="labelled__label" htmlFor={id}>
        {label}
      </label>
      <input id={id} className="field" aria-describedby={hint ? `${id}-hint` : undefined} {...native} />
      {hint && (
        <p className="labelled__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
