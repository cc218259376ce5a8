import fc from "fast-check";
import { expect, test } from "vitest";
import { luhn, mod1110, remainder, verhoeff } from "./checksum.ts";

const digits = fc.stringMatching(/^[0-9]{6,18}$/);
const withCheck = (body: string, check: (whole: string) => boolean): string =>
  [..."0123456789"].map((digit) => body + digit).find(check) ?? "";

test.each([
  ["Luhn", luhn],
  ["Verhoeff", verhoeff],
  ["ISO 7064 MOD 11,10", mod1110],
])("%s has one check digit for each number and finds each wrong digit", (_, check) => {
  fc.assert(
    fc.property(digits, fc.nat(5), fc.integer({ min: 1, max: 9 }), (body, place, change) => {
      const whole = withCheck(body, check);
      const wrong = [...whole];
      wrong[place] = String((Number(whole[place]) + change) % 10);
      expect([whole.length, check(wrong.join(""))]).toEqual([body.length + 1, false]);
    }),
  );
});

test("Verhoeff finds neighbours that changed places", () => {
  fc.assert(
    fc.property(digits, fc.nat(4), (body, place) => {
      const whole = [...withCheck(body, verhoeff)];
      const [a = "", b = ""] = whole.splice(place, 2);
      whole.splice(place, 0, b, a);
      expect(verhoeff(whole.join(""))).toBe(a === b);
    }),
  );
});

test("the rest of a long number is that of a big integer", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 34n }),
      fc.integer({ min: 2, max: 97 }),
      (value, modulus) => {
        expect(remainder(String(value), modulus)).toBe(Number(value % BigInt(modulus)));
      },
    ),
  );
});
