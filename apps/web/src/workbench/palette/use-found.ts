import { useEffect, useMemo, useState } from "react";
import { useWorkbench } from "../context.ts";
import { contributed } from "../contributions.ts";
import type { Choice, QuickOpenProvider } from "../pieces.ts";
import type { PaletteRequest } from "./request.ts";
import { rank } from "./score.ts";

/** A choice as the palette lists it. */
export interface Found {
  readonly choice: Choice;
  /** Which UTF-16 units of the label matched. */
  readonly at: readonly number[];
  readonly provider: QuickOpenProvider | null;
}

export const MAX_SHOWN = 200;

/** The providers that a line asks, and the line without their prefix: the longest prefix that fits wins. */
export function providersFor(providers: readonly QuickOpenProvider[], line: string) {
  const prefix = providers
    .map((provider) => provider.prefix)
    .filter((candidate) => line.startsWith(candidate))
    .reduce((longest, candidate) => (candidate.length > longest.length ? candidate : longest), "");
  return {
    providers: providers.filter((provider) => provider.prefix === prefix),
    query: line.slice(prefix.length).trim(),
  };
}

/** What the palette offers for a line; earlier answers stay while the next are awaited. */
export function useFound(
  request: PaletteRequest,
  line: string,
): { readonly found: readonly Found[]; readonly waiting: boolean } {
  const workbench = useWorkbench();
  const asked = useMemo(
    () => providersFor(contributed(workbench.contributions.get(), "quickOpen"), line),
    [workbench, line],
  );
  const [answer, setAnswer] = useState<{ line: string; found: readonly Found[] }>({ line: "", found: [] });
  const question = request.kind === "pick" ? request.question : null;
  useEffect(() => {
    if (question) return undefined;
    const abort = new AbortController();
    Promise.all(asked.providers.map((provider) => ask(provider, asked.query, abort.signal)))
      .then((answers) => {
        if (!abort.signal.aborted) setAnswer({ line, found: answers.flat().slice(0, MAX_SHOWN) });
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) workbench.fail(error);
      });
    return () => abort.abort();
  }, [asked, line, question, workbench]);
  const picked = useMemo(() => (question ? ranked(null, question.choices, line) : null), [question, line]);
  return picked ? { found: picked, waiting: false } : { found: answer.found, waiting: answer.line !== line };
}

async function ask(
  provider: QuickOpenProvider,
  query: string,
  signal: AbortSignal,
): Promise<readonly Found[]> {
  const choices = await provider.find(query, signal);
  return provider.ranked
    ? choices.map((choice) => ({ choice, at: [], provider }))
    : ranked(provider, choices, query);
}

function ranked(
  provider: QuickOpenProvider | null,
  choices: readonly Choice[],
  query: string,
): readonly Found[] {
  const texts = ({ label, alias, detail }: Choice) =>
    [label, alias ?? "", detail ?? ""].filter((text, i) => i === 0 || text);
  return rank(query, choices, texts).map(({ item, at }) => ({ choice: item, at, provider }));
}
