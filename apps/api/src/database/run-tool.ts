import { spawn } from "node:child_process";

/** The operating system user a tool runs as; null is the user of this process. */
export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** How a tool ended; `output` is the end of what it wrote, in English. */
export interface ToolResult {
  readonly code: number;
  readonly output: string;
}

const OUTPUT_KEPT = 4000;

/** English answers, and none of the variables by which PostgreSQL's programs could be turned to another server. */
const environment =
  process.platform === "win32"
    ? {}
    : { env: { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" } };

/** Run a program to its end and keep what it says. A program that cannot be started ends with code 127. */
export function runTool(file: string, args: readonly string[], user: SystemUser | null): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      // The user may not be allowed to stand in the folder Parley was started from.
      cwd: "/",
      ...environment,
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk: string) => {
        output = (output + chunk).slice(-OUTPUT_KEPT);
      });
    }
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

/** The line in which a PostgreSQL program says what stopped it: the first fault, since others follow from it. */
export function firstFault(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const fault =
    lines.find((line) => /\b(ERROR|FATAL|PANIC|error):|could not/.test(line)) ?? lines.at(-1) ?? "";
  return fault.replace(/^.*?(?=\b(ERROR|FATAL|PANIC):)/, "").trim();
}
