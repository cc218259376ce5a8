import { mf1ToMessageData } from "@messageformat/icu-messageformat-1";
import { parse } from "@messageformat/parser";
import { messageSource } from "../template/index.ts";
import { problem, type ReadResult, unread } from "./unit.ts";

/** Functions of the old format whose names the converter keeps, and ours for them. */
const OURS: Readonly<Record<string, string>> = {
  "mf1:number": "number",
  "mf1:plural": "number",
  "mf1:date": "date",
  "mf1:time": "time",
  "mf1:currency": "currency",
};

/** Read an ICU MessageFormat 1 text, as FormatJS and many shops keep them, into a message of ours. */
export function readIcuMessage(text: string): ReadResult<string> {
  try {
    const message = messageSource(mf1ToMessageData(parse(text)));
    return {
      value: message.replace(/:(mf1:\w+)/g, (whole, name: string) => (OURS[name] ? `:${OURS[name]}` : whole)),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const line = /at line (\d+)/.exec(error.message)?.[1];
    return unread(problem("icu-broken", { reason: error.message.split("\n")[0] ?? "" }, Number(line ?? 0)));
  }
}
