import "reflect-metadata";
import { sentence } from "../base/sentence.ts";
import { SetupError } from "../database/setup-error.ts";
import { parseConfig } from "./config.ts";
import { start } from "./start.ts";

const say = (code: string, details: Readonly<Record<string, string | number>> = {}): void => {
  process.stderr.write(`${sentence(code, details)}\n`);
};

try {
  const running = await start(parseConfig(), say);
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      say("parley_stopping");
      void running.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.code, error.details);
  process.exit(1);
}
