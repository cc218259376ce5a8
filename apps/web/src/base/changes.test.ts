import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Change, createChanges, refetchOnChange } from "./changes.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", { visibilityState: "visible" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const change = (conversationId: string): Change => ({
  kind: "conversation",
  id: conversationId,
  brandId: "b",
  conversationId,
});

function watched(id: string) {
  const hub = createChanges();
  const refetch = vi.fn();
  const undo = refetchOnChange(hub, { concerns: ({ conversationId }) => conversationId === id, refetch });
  return { hub, refetch, undo };
}

test("many changes of one moment are fetched once", () => {
  const { hub, refetch } = watched("a");
  for (let n = 0; n < 20; n += 1) hub.tell(change("a"));
  vi.runAllTimers();
  hub.tell(change("a"));
  vi.runAllTimers();
  expect(refetch).toHaveBeenCalledTimes(2);
});

test("a change of something else is not fetched", () => {
  const { hub, refetch } = watched("a");
  hub.tell(change("b"));
  vi.runAllTimers();
  expect(refetch).not.toHaveBeenCalled();
});

test("after a gap everything is fetched, and nothing once it is off screen", () => {
  const { hub, refetch, undo } = watched("a");
  hub.tell(null);
  vi.runAllTimers();
  hub.tell(null);
  undo();
  vi.runAllTimers();
  expect(refetch).toHaveBeenCalledTimes(1);
});
