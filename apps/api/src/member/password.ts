import { hash, verify } from "@node-rs/argon2";

/** Argon2id with the library's defaults (19 MiB, 2 passes, 1 lane: OWASP's first recommendation), in PHC form. */
export const hashPassword = (password: string): Promise<string> => hash(password);

/** A hash of nothing, so that an unknown address costs as much time as a wrong password. */
const nobody = hashPassword(crypto.randomUUID());

/** Whether the password is the one; takes the same time when there is no such member. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), password);
  return stored !== null && matches;
}
