import { type ReactNode, useEffect, useId, useRef } from "react";
import "./dialog.css";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** `alertdialog` for what must be decided now. */
  readonly role?: "dialog" | "alertdialog";
}

/** A modal question. What has `data-autofocus` is focused first. The browser keeps the keyboard inside, closes it with Escape and gives the focus back. */
export function Dialog({ title, onClose, children, role = "dialog" }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog?.open) dialog?.showModal();
    dialog?.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      role={role}
      className="dialog"
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 className="dialog__title" id={heading}>
        {title}
      </h2>
      <div className="dialog__body">{children}</div>
    </dialog>
  );
}
