import { type ReactNode, useId } from "react";
import { useRovingFocus } from "./use-roving-focus.ts";
import "./tabbed-panel.css";

/** One tab of a panel. */
export interface PanelTab<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** A number beside the name, in the viewer's digits. */
  readonly count?: { readonly text: string; readonly bad?: boolean };
}

interface PanelProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly PanelTab<Id>[];
  readonly current: Id;
  readonly onChoose: (id: Id) => void;
  readonly className: string;
  readonly children: ReactNode;
}

/** A part of an editor that shows one of several things about what stands beside it. */
export function TabbedPanel<Id extends string>({
  label,
  tabs,
  current,
  onChoose,
  className,
  children,
}: PanelProps<Id>) {
  const id = useId();
  const roving = useRovingFocus("horizontal");
  return (
    <section className={`tabbed ${className}`} aria-label={label}>
      <div className="tabbed__tabs" role="tablist" aria-label={label} {...roving}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            className="tabbed__tab"
            aria-selected={tab.id === current}
            aria-controls={`${id}-body`}
            onClick={() => onChoose(tab.id)}
          >
            {tab.name}
            {tab.count && (
              <span className={`tabbed__count${tab.count.bad ? " tabbed__count--bad" : ""}`}>
                {tab.count.text}
              </span>
            )}
          </button>
        ))}
      </div>
      <div
        className="tabbed__body"
        role="tabpanel"
        id={`${id}-body`}
        aria-labelledby={`${id}-${current}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get into it
        tabIndex={0}
      >
        {children}
      </div>
    </section>
  );
}
