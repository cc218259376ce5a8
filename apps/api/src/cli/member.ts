import { parseArgs } from "node:util";
import { openWorkspace } from "../app/open-workspace.ts";
import { DomainError } from "../base/errors.ts";
import { sentence } from "../base/sentence.ts";
import { type Role, roles, systemViewer } from "../base/viewer.ts";
import { addBrand } from "../brand/add-brand.ts";
import { type Acting, actAs } from "../ledger/act.ts";
import { addMember, SHORTEST_PASSWORD } from "../member/add-member.ts";
import { everywhere } from "../member/viewer-of.ts";
import { brandByKey } from "./brand-option.ts";
import { type Io, Unusable } from "./command.ts";

const options = {
  email: { type: "string" },
  name: { type: "string" },
  role: { type: "string", multiple: true },
  brand: { type: "string" },
  "new-brand": { type: "string" },
  locale: { type: "string", default: "en" },
} as const;

/** `member add --email E --name N --role R [--brand KEY | --new-brand NAME]`: the password is read from standard input. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
  if (positionals[0] !== "add") {
    throw new Unusable("option_unknown_value", {
      option: "member",
      value: positionals[0] ?? "",
      known: "add",
    });
  }
  const { email, name, locale } = values;
  if (!email) throw new Unusable("option_missing", { option: "email" });
  if (!name) throw new Unusable("option_missing", { option: "name" });
  const held = rolesOf(values.role ?? []);
  const password = await readPassword(io);
  const workspace = await openWorkspace((code, details) => io.err(sentence(code, details)));
  try {
    const { acting } = workspace;
    const brandId = await brandFor(acting, values);
    const act = actAs(acting, systemViewer([...(await everywhere(acting.db)).roles.keys()]));
    const given = { email, name, locale, password, roles: held.map((role) => ({ brandId, role })) };
    const member = await addMember(act, given).catch(refused);
    io.out(sentence("member_added", { name: member.name, email: member.email, roles: held.join(", ") }));
    return 0;
  } finally {
    await workspace.close();
  }
}

function rolesOf(names: readonly string[]): readonly Role[] {
  if (names.length === 0) throw new Unusable("option_missing", { option: "role" });
  const known: readonly string[] = roles;
  const unknown = names.find((name) => !known.includes(name));
  if (unknown)
    throw new Unusable("option_unknown_value", { option: "role", value: unknown, known: known.join(", ") });
  return roles.filter((role) => names.includes(role));
}

async function brandFor(acting: Acting, values: { brand?: string; "new-brand"?: string }): Promise<string> {
  const name = values["new-brand"];
  if (name === undefined) return brandByKey(acting.db, values.brand);
  const id = crypto.randomUUID();
  await addBrand(actAs(acting, systemViewer([id])), { id, name });
  return id;
}

async function readPassword(io: Io): Promise<string> {
  io.err(sentence("member_password", { least: SHORTEST_PASSWORD }));
  let text = "";
  for await (const chunk of io.input) {
    text += typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
    if (text.includes("\n")) break;
  }
  const [password = ""] = text.split(/\r?\n/);
  if (password.length < SHORTEST_PASSWORD)
    throw new Unusable("member_password_short", { least: SHORTEST_PASSWORD });
  return password;
}

/** What `addMember` refuses is wrong on the command line. */
function refused(error: unknown): never {
  if (error instanceof DomainError)
    throw new Unusable("member_refused", { field: String(error.details.field ?? "") });
  throw error;
}
