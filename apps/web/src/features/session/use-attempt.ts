import { useState } from "react";
import { wordsOfError } from "../../base/error-words.ts";
import { useWords } from "../../base/i18n.ts";

export interface Attempt {
  readonly busy: boolean;
  /** Why the last one was refused, in the page's language. */
  readonly problem: string | null;
  readonly begin: (work: () => Promise<void>) => void;
}

/** One try at a time, with what went wrong the last time. */
export function useAttempt(): Attempt {
  useWords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    busy,
    problem: error === null ? null : wordsOfError(error),
    begin: (work) => {
      setBusy(true);
      setError(null);
      work().then(() => setBusy(false), failed);
    },
  };

  function failed(problem: unknown) {
    setError(problem);
    setBusy(false);
  }
}
