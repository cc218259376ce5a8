import "reflect-metadata";
import { sentence } from "../base/sentence.ts";
import { SetupError } from "../database/setup-error.ts";
import { parseConfig } from "./config.ts";

const say = (code: string, details: Readonly<Record<string, string | number>> = {}): void => {
  process.stderr.write(`${sentence(code, details)}\n`);
};

const stopping = new AbortController();
const stopped = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping.signal.aborted) return;
      stopping.abort();
      say("parley_stopping");
      resolve();
    });
  }
});

try {
  const config = parseConfig();
  for (const variable of config.unknown) say("setting_unknown", { variable });
  // Loaded late, so that a setting that cannot be used is told at once.
  const { start } = await import("./start.ts");
  const running = await start(config, say, stopping.signal);
  await stopped;
  await running.stop();
} catch (error) {
  // Whoever stops Parley while it waits for its database wants nothing else.
  if (!stopping.signal.aborted) {
    if (!(error instanceof SetupError)) throw error;
    say(error.code, error.details);
    process.exit(1);
  }
}
process.exit(0);
