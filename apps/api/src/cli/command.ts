/** What a command may touch. Lines are written without their newline. */
export interface Io {
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

/** Runs with the arguments after its name and gives the exit code: 0 good, 1 found or failed, 2 unusable input. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;

/** Input or options a command cannot work with: printed in the reader's language, exit code 2. */
export class Unusable extends Error {
  override name = "Unusable";
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
  }
}
