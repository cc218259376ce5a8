import type { PackJudge } from "./pack-judge.ts";

interface Answer {
  readonly id: number;
  readonly answer: never;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, Waiting>();

/** Ask the judge beside the page. */
export function askJudge<Call extends keyof PackJudge>(
  call: Call,
  given: Parameters<PackJudge[Call]>[0],
): Promise<Awaited<ReturnType<PackJudge[Call]>>> {
  worker ??= start();
  asked += 1;
  const id = asked;
  worker.postMessage({ id, call, with: given });
  return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
}

function start(): Worker {
  const started = new Worker(new URL("./judge.worker.ts", import.meta.url), { type: "module" });
  started.addEventListener("message", ({ data: { id, answer } }: MessageEvent<Answer>) => {
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  });
  started.addEventListener("error", ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
    started.terminate();
    worker = null;
  });
  return started;
}
