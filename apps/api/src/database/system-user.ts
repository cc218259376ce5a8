import { stat } from "node:fs/promises";
import { firstFault, runTool, type SystemUser } from "./run-tool.ts";
import { type Say, SetupError } from "./setup-error.ts";

/** PostgreSQL refuses to run as root. Whether this process is root, so that somebody else has to run it. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * Who runs the cluster: null is the user of this process. Root gives it to whoever owns the cluster already, else to
 * `postgres`, else to `parley`, which is created where it is missing.
 */
export async function clusterUser(data: string, say: Say): Promise<SystemUser | null> {
  if (!isRoot()) return null;
  const owner = await ownerOf(data);
  if (owner && owner.uid !== 0) return { name: String(owner.uid), ...owner };
  return (await find("postgres")) ?? (await find("parley")) ?? (await create("parley", say));
}

async function ownerOf(data: string): Promise<{ uid: number; gid: number } | undefined> {
  const entry = await stat(data).catch(() => undefined);
  return entry && { uid: entry.uid, gid: entry.gid };
}

async function find(name: string): Promise<SystemUser | undefined> {
  const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => runTool("id", [flag, name], null)));
  if (!uid || !gid || uid.code !== 0 || gid.code !== 0) return undefined;
  return { name, uid: Number(uid.output), gid: Number(gid.output) };
}

/** The second form is that of Alpine's BusyBox. */
const creations: readonly (readonly [string, readonly string[]])[] = [
  ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"]],
  ["adduser", ["-S", "-D", "-H"]],
];

async function create(name: string, say: Say): Promise<SystemUser> {
  let reason = "";
  for (const [file, args] of creations) {
    const { output } = await runTool(file, [...args, name], null);
    const user = await find(name);
    if (user) {
      say("database_user_created", { user: name });
      return user;
    }
    reason ||= firstFault(output);
  }
  throw new SetupError("database_user_missing", { user: name, reason });
}
