const SECOND = 1000;
const HOUR = 3_600_000;

/** How long to wait before attempt `n` (the first retry is 1): up to 1 s, 2 s, 4 s … an hour, in milliseconds. */
export function backoff(n: number, random = Math.random): number {
  const delay = Math.min(HOUR, SECOND * 2 ** (n - 1));
  // Half of it is random, or every reply that failed in one outage would come back in one second.
  return delay / 2 + (delay / 2) * random();
}

/** Tries before a person has to decide. */
export const MOST_ATTEMPTS = 8;
