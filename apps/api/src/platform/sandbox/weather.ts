import type { Sql } from "./posts.ts";

/** What goes wrong on the sandbox at the moment, for an account's sends. */
export interface Weather {
  /** Milliseconds before anything happens, 0 to 60,000. */
  readonly delayMs: number;
  /** Sends are refused. */
  readonly fails: boolean;
  /** Sends arrive, but their answer never does. */
  readonly losesAnswers: boolean;
}

const calm: Weather = { delayMs: 0, fails: false, losesAnswers: false };

export async function weatherOf(sql: Sql, account: string): Promise<Weather> {
  const [weather] = await sql.query<Weather>(
    `SELECT delay_ms AS "delayMs", fails, loses_answers AS "losesAnswers" FROM sandbox.weather WHERE account = $1`,
    [account],
  );
  return weather ?? calm;
}

export async function setWeather(sql: Sql, account: string, weather: Weather): Promise<Weather> {
  await sql.query(
    `INSERT INTO sandbox.weather (account, delay_ms, fails, loses_answers) VALUES ($1, $2, $3, $4)
     ON CONFLICT (account) DO UPDATE SET delay_ms = $2, fails = $3, loses_answers = $4`,
    [account, weather.delayMs, weather.fails, weather.losesAnswers],
  );
  return weather;
}
