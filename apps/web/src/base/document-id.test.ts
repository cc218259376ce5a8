import { parse } from "graphql";
import { expect, test } from "vitest";
import { documentId } from "./document-id.ts";

const query = "query Inbox { inbox { ...Row } }";
const fragment = "fragment Row on Conversation { id }";

test("the id is the operation's name and a fingerprint; the order of fragments does not count", () => {
  const id = documentId(parse(`${query} ${fragment}`));
  expect(id).toMatch(/^Inbox-[0-9a-f]{16}$/);
  expect(documentId(parse(`${fragment}\n\n${query}`))).toBe(id);
});

test("another text has another id", () => {
  expect(documentId(parse(`${query} fragment Row on Conversation { id state }`))).not.toBe(
    documentId(parse(`${query} ${fragment}`)),
  );
});
