import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Answering } from "./stand-in.ts";

/** Debian's `apertium` behind LibreTranslate's contract: a real translation from Spanish into Portuguese. */
export const apertium: Answering = async ({ path, body }, response) => {
  const { q, source, target, format } = body;
  const known = source === "es" && target === "pt" && format === "html" && path === "/translate";
  if (!known) {
    response.writeHead(400).end('{"error":"no such language"}');
    return undefined;
  }
  return { translatedText: await translated(String(q)) };
};

/** `-u`: words it does not know stay without a mark. Its parts open their input by name, which Node's sockets have none of: hence `cat`. */
async function translated(text: string): Promise<string> {
  const child = spawn("sh", ["-c", "cat | apertium -u -f html es-pt"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  child.stdin.end(text);
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`apertium ended with ${code}`);
  return said.replace(/\n$/, "");
}
