/** The value of each character: digits are themselves, letters 10 to 35 whatever their case. */
const worth = (code: number): number => (code < 58 ? code - 48 : (code | 32) - 87);

/** The sum of the first digits, each times its weight. */
export function weighted(compact: string, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index += 1)
    sum += (weights[index] ?? 0) * worth(compact.charCodeAt(index));
  return sum;
}

/** The value of one character, counted from the end if `index` is negative. */
export const digitAt = (compact: string, index: number): number =>
  worth(compact.charCodeAt(index < 0 ? compact.length + index : index));

/** Luhn's sum by ten, of digits. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let index = digits.length - 1, double = false; index >= 0; index -= 1, double = !double) {
    const value = worth(digits.charCodeAt(index));
    const counted = double ? 2 * value : value;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

/** The rest of a decimal number of any length. Letters count as their two-digit value, as in ISO 7064. */
export function remainder(compact: string, modulus: number): number {
  let rest = 0;
  for (let index = 0; index < compact.length; index += 1) {
    const value = worth(compact.charCodeAt(index));
    rest = (rest * (value > 9 ? 100 : 10) + value) % modulus;
  }
  return rest;
}

/** ISO 7064 MOD 11,10: the hybrid system, check digit last. */
export function mod1110(digits: string): boolean {
  let product = 10;
  for (let index = 0; index < digits.length - 1; index += 1) {
    const sum = (worth(digits.charCodeAt(index)) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + digitAt(digits, -1)) % 10 === 1;
}

const TURN = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 5, 7, 6, 2, 8, 3, 0, 9, 4],
  [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
  [8, 9, 1, 6, 0, 4, 3, 5, 2, 7],
  [9, 4, 5, 3, 1, 2, 6, 8, 7, 0],
  [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
  [2, 7, 9, 3, 8, 0, 6, 4, 1, 5],
  [7, 0, 4, 6, 9, 1, 3, 2, 5, 8],
] as const;

/** The product of two elements of the dihedral group of order ten: 0 to 4 turn, 5 to 9 turn and mirror. */
function dihedral(a: number, b: number): number {
  const turned = (a < 5 ? a + b : a - b + 5) % 5;
  return a < 5 === b < 5 ? turned : 5 + turned;
}

/** Verhoeff's check over the dihedral group, check digit last. */
export function verhoeff(digits: string): boolean {
  let state = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const value = digitAt(digits, -1 - place);
    state = dihedral(state, TURN[place % 8]?.[value] ?? 0);
  }
  return state === 0;
}

/** Whether all characters are the same: many checksums let such runs pass, and none is issued. */
export function monotone(compact: string): boolean {
  for (let index = 1; index < compact.length; index += 1)
    if (compact.charCodeAt(index) !== compact.charCodeAt(0)) return false;
  return true;
}
