/** The database that test databases are copies of. */
export const TEMPLATE = "parley_template";

const servers: Readonly<Record<string, string>> = { debian: "/usr/lib/postgresql/15/bin" };

/** The programs that `PARLEY_TEST_POSTGRES` names; unset means those of npm. */
export function binOf(name: string | undefined): string | undefined {
  if (!name) return undefined;
  const bin = servers[name];
  if (bin === undefined)
    throw new Error(`PARLEY_TEST_POSTGRES knows ${Object.keys(servers).join(", ")}, not ${name}`);
  return bin;
}
