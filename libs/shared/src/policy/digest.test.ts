import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { digestOf } from "./digest.ts";

test.each([{ b: 1, a: "ä" }, ["日本語", "👩🏽‍🤝‍👨🏻", null, true], "x".repeat(1000), {}])(
  "the digest is that of the canonical text: %j",
  (value) => {
    const text = JSON.stringify(value, Object.keys(Object(value)).sort());
    const plain = typeof value === "string" || Array.isArray(value) ? JSON.stringify(value) : text;
    expect(digestOf(value)).toBe(createHash("sha256").update(plain).digest("hex"));
  },
);
