import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { runTool, type SystemUser } from "../run-tool.ts";
import { copyForAnyone } from "./copy-for-anyone.ts";

/** A line that `run-cluster.ts` writes. */
export type Told = Readonly<Record<string, string | number>>;

/** Another Parley process on a folder, as this user or as another one. */
export interface ClusterProcess {
  readonly child: ChildProcess;
  /** Waits until the process tells something with this property or code, and gives all that it told until then. */
  readonly until: (word: string) => Promise<readonly Told[]>;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

/** An ordinary user that every system has. */
export const nobody: SystemUser = { name: "nobody", uid: 65_534, gid: 65_534 };

const here = { node: process.execPath, program: join(import.meta.dirname, "run-cluster.ts") };

/** Start a process of its own with a cluster in it. */
export async function clusterProcess(
  args: readonly string[],
  as: SystemUser | null = null,
): Promise<ClusterProcess> {
  const { node, program } = (await canRun(as)) ? here : await copyForAnyone();
  const flags = ["--experimental-transform-types", "--no-warnings"];
  const child = spawn(node, [...flags, program, ...args], {
    cwd: "/",
    env: { PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "inherit"],
    ...(as ? { uid: as.uid, gid: as.gid } : {}),
  });
  const told: Told[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => told.push(JSON.parse(line) as Told));
  const says = (word: string) => told.some((event) => word in event || event.code === word);
  return {
    child,
    until: async (word) => {
      while (!says(word)) {
        if (child.exitCode !== null && !child.stdout.readable) throw new Error(`ended without ${word}`);
        await Promise.race([once(lines, "line"), once(lines, "close")]);
      }
      return told;
    },
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, "exit");
    },
  };
}

async function canRun(user: SystemUser | null): Promise<boolean> {
  const check = 'test -x "$1" && test -r "$2"';
  return (
    user === null || (await runTool("/bin/sh", ["-c", check, "sh", here.node, here.program], user)).code === 0
  );
}
