import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DomainError } from "../base/errors.ts";

/** The web client's documents by the SHA-256 of their text, as its build wrote them. */
export type TrustedDocuments = ReadonlyMap<string, string>;

const MANIFEST = join(import.meta.dirname, "../../../web/src/gql/documents.json");

export function trustedDocuments(): TrustedDocuments {
  const manifest = existsSync(MANIFEST)
    ? (JSON.parse(readFileSync(MANIFEST, "utf8")) as Record<string, string>)
    : {};
  return new Map(Object.entries(manifest));
}

/** What a client sends: a document's id, or with an API token any text. */
export interface SentDocument {
  readonly query?: unknown;
  readonly extensions?: { readonly documentId?: unknown } | null;
}

/** The text of a trusted document. Refuses ids that are not in the manifest, and texts. */
export function trustedText(documents: TrustedDocuments, { extensions }: SentDocument): string {
  const id = extensions?.documentId;
  const text = typeof id === "string" ? documents.get(id) : undefined;
  if (!text) throw new DomainError("UNKNOWN_DOCUMENT", { documentId: typeof id === "string" ? id : null });
  return text;
}
