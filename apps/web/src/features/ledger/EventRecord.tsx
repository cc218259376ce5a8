import { useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useWorkbench } from "../../workbench/context.ts";
import type { Flaw } from "./chain.ts";
import type { OpenStory } from "./open-story.ts";
import type { LedgerEvent } from "./story.ts";
import "./event-record.css";

interface RecordProps {
  readonly event: LedgerEvent;
  /** What does not fit about it. */
  readonly flaw: Flaw | null;
  readonly story: OpenStory;
}

/** The record itself: the bytes that were hashed, and their hash. */
export function EventRecord({ event, flaw, story }: RecordProps) {
  const t = useWords();
  const allOpen = useStore(story.allOpen);
  const [own, setOwn] = useState<boolean | null>(null);
  const open = own ?? allOpen;
  return (
    <div className="event-record">
      <button
        type="button"
        className="event-record__toggle"
        aria-expanded={open}
        onClick={() => setOwn(!open)}
      >
        <Icon name={open ? "chevron-down" : "chevron-right"} />
        {t(($) => $.ledger.record, { n: event.streamSeq })}
        <code className="event-record__short" dir="ltr">
          {event.leafHash.slice(0, 12)}
        </code>
      </button>
      {flaw && (
        <p className="event-record__flaw" role="alert">
          <Icon name="error" />
          {t(($) => $.ledger.flaws[flaw])}
        </p>
      )}
      {open && <Opened event={event} />}
    </div>
  );
}

function Opened({ event: { leaf, leafHash } }: { readonly event: LedgerEvent }) {
  const t = useWords();
  return (
    <div className="event-record__opened">
      <Copied label={t(($) => $.ledger.leaf)} text={leaf} shown={indented(leaf)} />
      <Copied label={t(($) => $.ledger.hash)} text={leafHash} shown={leafHash} />
    </div>
  );
}

interface CopiedProps {
  readonly label: string;
  /** What is copied: the exact text. */
  readonly text: string;
  readonly shown: string;
}

function Copied({ label, text, shown }: CopiedProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    workbench.announce(t(($) => $.ledger.copied));
    workbench.notify({ severity: "success", text: t(($) => $.ledger.copied), key: "ledger.copied" });
  };
  return (
    <div className="event-record__part">
      <div className="event-record__bar">
        <span>{label}</span>
        <Button
          look="quiet"
          icon="copy"
          onClick={() => void copy().catch((error: unknown) => workbench.fail(error))}
        >
          {t(($) => $.ledger.copy)}
        </Button>
      </div>
      <pre className="event-record__text" dir="ltr">
        {shown}
      </pre>
    </div>
  );
}

/** For reading; the hash is over the text without these line breaks. */
const indented = (leaf: string): string => JSON.stringify(JSON.parse(leaf), null, 2);
