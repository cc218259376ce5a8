import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "../base/i18n.ts";
import { type Composer, type ComposerOptions, createComposer } from "./composer.ts";
import "./composer.css";

interface ComposerEditorProps extends Omit<ComposerOptions, "t"> {
  /** Given the editor once it is there, and null when it goes. */
  readonly onReady?: (composer: Composer | null) => void;
  /** Beside the text: a counter, a button. */
  readonly children?: ReactNode;
  readonly className?: string;
}

/**
 * The composer in React: one editor for the life of the component. `text`, `extensions` and `takesKey` are read once; to
 * show another text give another `key`, or call `setText`. Language, label and read-only state may change at any time.
 */
export function ComposerEditor({ onReady, children, className = "", ...options }: ComposerEditorProps) {
  const t = useWords();
  const box = useRef<HTMLDivElement>(null);
  const composer = useRef<Composer | null>(null);
  const latest = useRef({ options, onReady, t });
  latest.current = { options, onReady, t };
  useEffect(() => {
    const made = createComposer({
      ...latest.current.options,
      // Words that change are shown by the effect below; another editor would lose the undo history.
      t: latest.current.t,
      onChange: (text) => latest.current.options.onChange?.(text),
    });
    composer.current = made;
    box.current?.append(made.view.dom);
    latest.current.onReady?.(made);
    return () => {
      latest.current.onReady?.(null);
      made.destroy();
    };
  }, []);
  const { language, label, placeholder, readOnly } = options;
  useEffect(() => {
    composer.current?.show({
      language,
      label,
      t,
      ...(placeholder === undefined ? {} : { placeholder }),
      ...(readOnly === undefined ? {} : { readOnly }),
    });
  }, [language, label, placeholder, readOnly, t]);
  return (
    <div className={`composer ${className}`}>
      <div className="composer__text" ref={box} />
      {children}
    </div>
  );
}
