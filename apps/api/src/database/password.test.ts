import { expect, test } from "vitest";
import { derivePassword, scramVerifier } from "./password.ts";

test("machines that share the owner's password derive the same password for a role", () => {
  const passwords = [
    derivePassword("secret", "parley_app"),
    derivePassword("secret", "parley_app"),
    derivePassword("secret", "parley_ledger"),
    derivePassword("other", "parley_app"),
  ];
  expect(new Set(passwords).size).toBe(3);
  expect(passwords[0]).toBe(passwords[1]);
});

// Salt, iterations and keys of the example in RFC 7677, section 3, as PostgreSQL would store them.
test("a verifier is what PostgreSQL itself would store", () => {
  const salt = Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64");
  expect(scramVerifier("pencil", salt)).toBe(
    "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
  );
});
