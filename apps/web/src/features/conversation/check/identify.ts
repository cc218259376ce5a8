interface Answer {
  readonly id: number;
  readonly tag: string | null;
}

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, (tag: string | null) => void>();

/** What a text is written in, among some languages; null when it cannot be told. */
export function identify(text: string, among: readonly string[]): Promise<string | null> {
  worker ??= start();
  asked += 1;
  const id = asked;
  worker.postMessage({ id, text, among });
  return new Promise((resolve) => waiting.set(id, resolve));
}

function start(): Worker {
  const started = new Worker(new URL("./identify.worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data: { id, tag } }: MessageEvent<Answer>) => {
    waiting.get(id)?.(tag);
    waiting.delete(id);
  });
  // Without it nothing is told and nothing is wrong: the language stays what it was chosen to be.
  started.addEventListener("error", () => {
    for (const resolve of waiting.values()) resolve(null);
    waiting.clear();
  });
  return started;
}

/** The tag to go on with: what was found, unless what stood there says the same more exactly. */
export function settledTag(before: string | null, found: string | null): string | null {
  if (!found) return before;
  return before?.split("-")[0] === found ? before : found;
}
