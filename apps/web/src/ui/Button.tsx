import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-names.ts";
import "./button.css";

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children" | "aria-label">;

/** A button with words. One `primary` at most in a place. */
export function Button({
  look = "plain",
  icon,
  children,
  className = "",
  ...native
}: Native & {
  readonly look?: "primary" | "plain" | "quiet" | "danger";
  readonly icon?: IconName;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className={`button button--${look} ${className}`} {...native}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that is only an icon; `label` is its name and its tip. */
export function IconButton({
  icon,
  label,
  keys,
  className = "",
  ...native
}: Native & { readonly icon: IconName; readonly label: string; readonly keys?: string | undefined }) {
  const tip = keys ? `${label} (${keys})` : label;
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={tip} {...native}>
      <Icon name={icon} />
    </button>
  );
}
