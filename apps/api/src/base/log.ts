import { type Logger, pino } from "pino";

export type Log = Logger;

/** Structured lines on stdout. Never give it texts of customers, drafts, names or cookies: ids and codes only. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: {
      paths: ["req.headers.cookie", "req.headers.authorization", "*.body", "*.password"],
      remove: true,
    },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}
