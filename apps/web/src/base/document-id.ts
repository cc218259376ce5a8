import { type DefinitionNode, type DocumentNode, print } from "graphql";

/**
 * The name by which the server knows a document of this client: the operation's name and a fingerprint of its text. The
 * order in which fragments stand does not count. The build writes the same ids into the server's list.
 */
export function documentId(document: DocumentNode): string {
  const texts = document.definitions.map((definition) => print(definition)).sort();
  const name = document.definitions.map(nameOf).find(Boolean) ?? "anonymous";
  return `${name}-${fingerprint(texts.join("\n"))}`;
}

function nameOf(definition: DefinitionNode): string | undefined {
  return definition.kind === "OperationDefinition" ? definition.name?.value : undefined;
}

const PRIME = 0x100000001b3n;
const MASK = 0xffffffffffffffffn;

/** FNV-1a, 64 bits. It tells apart a few hundred texts of our own; it protects nothing. */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  return hash.toString(16).padStart(16, "0");
}
