import { type FormEvent, type KeyboardEvent, useState } from "react";
import { Icon } from "../../ui/Icon.tsx";

interface WriteBoxProps {
  readonly label: string;
  readonly action: string;
  readonly initial?: string;
  readonly autoFocus?: boolean;
  /** Says whether it was taken; what was typed stays when it was not. */
  readonly onWrite: (body: string) => Promise<boolean>;
}

/** A field to write in, as networks have them: Enter sends, Shift with Enter begins a line. */
export function WriteBox({ label, action, initial = "", autoFocus = false, onWrite }: WriteBoxProps) {
  const [body, setBody] = useState(initial);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (body.trim() === "" || busy) return;
    setBusy(true);
    if (await onWrite(body)) setBody("");
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form className="write-box" onSubmit={submit}>
      <textarea
        className="net-field write-box__text"
        aria-label={label}
        placeholder={label}
        rows={1}
        {...(body === "" ? {} : { dir: "auto" })}
        maxLength={5000}
        // biome-ignore lint/a11y/noAutofocus: it opens because the person has just asked for it
        autoFocus={autoFocus}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button
        type="submit"
        className="net-send"
        aria-label={action}
        title={action}
        disabled={body.trim() === "" || busy}
      >
        <Icon name={busy ? "loading" : "send"} />
      </button>
    </form>
  );
}
