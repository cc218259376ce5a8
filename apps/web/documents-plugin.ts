import { addTypenameToDocument } from "@apollo/client/utilities";
import { type DefinitionNode, Kind, parse, print, visit } from "graphql";
import type { Plugin } from "vite";
import { documentId } from "./src/base/document-id.ts";

/** The texts inside `graphql(\`…\`)`. */
const DOCUMENT = /\bgraphql\(\s*`([^`]*)`/g;

/**
 * Writes `documents.json`: every operation of this client by its id. In production the server answers these over the
 * session and nothing else.
 */
export function documents(): Plugin {
  const found = new Map<string, DefinitionNode>();
  return {
    name: "parley-documents",
    apply: "build",
    transform(code, id) {
      if (!/\/src\/.*\.tsx?$/.test(id)) return;
      for (const [, text = ""] of code.matchAll(DOCUMENT))
        for (const definition of parse(text).definitions) keep(found, definition);
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "documents.json", source: manifestOf(found) });
    },
  };
}

function keep(found: Map<string, DefinitionNode>, definition: DefinitionNode): void {
  const name = nameOf(definition);
  const known = found.get(name);
  if (known && print(known) !== print(definition))
    throw new Error(`Two different GraphQL definitions are called "${name}"`);
  found.set(name, definition);
}

function nameOf(definition: DefinitionNode): string {
  const named = definition.kind === Kind.OPERATION_DEFINITION || definition.kind === Kind.FRAGMENT_DEFINITION;
  if (!named || !definition.name)
    throw new Error(`A GraphQL document of the client needs a name: ${print(definition)}`);
  return definition.name.value;
}

function manifestOf(found: ReadonlyMap<string, DefinitionNode>): string {
  const operations = [...found.values()].filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const entries = operations.map((operation) => {
    // Apollo asks for the type of everything; what it sends is what must be known.
    const document = addTypenameToDocument({
      kind: Kind.DOCUMENT,
      definitions: withFragments(found, operation),
    });
    return [documentId(document), print(document)] as const;
  });
  return `${JSON.stringify(Object.fromEntries(entries.sort()), null, 1)}\n`;
}

function withFragments(
  found: ReadonlyMap<string, DefinitionNode>,
  operation: DefinitionNode,
): DefinitionNode[] {
  const used = new Map([[nameOf(operation), operation]]);
  for (const definition of used.values())
    visit(definition, {
      enter: (node) => {
        if (node.kind !== Kind.FRAGMENT_SPREAD) return;
        const fragment = found.get(node.name.value);
        if (!fragment) throw new Error(`No fragment "${node.name.value}" in the client's documents`);
        used.set(node.name.value, fragment);
      },
    });
  return [...used.values()];
}
