import type { Span } from "@parley/shared/text";

/** Parts of a message that are drawn apart from its words. */
export type TokenKind =
  | "keyword"
  | "variable"
  | "function"
  | "option"
  | "literal"
  | "key"
  | "brace"
  | "markup"
  | "escape";

export interface Token extends Span {
  readonly kind: TokenKind;
}

const NAME = /[\p{L}\p{N}_\-.]+/uy;

/** What stands between declarations and forms. */
const OUTSIDE: readonly (readonly [TokenKind, RegExp])[] = [
  ["keyword", /\.\w*/y],
  ["variable", /\$[\p{L}\p{N}_\-.]*/uy],
  ["key", /\|(?:\\.|[^|\\])*\|?/y],
  ["key", /\*/y],
  ["key", NAME],
];

/**
 * What a message in MessageFormat 2 is made of, also while it is being typed and broken: nothing is refused, and what
 * makes no sense is left as text.
 */
export function tokensOf(source: string): readonly Token[] {
  const scanner = new Scanner(source);
  const start = source.search(/\S/);
  if (start >= 0 && (source.startsWith(".", start) || source.startsWith("{{", start))) scanner.complex();
  else scanner.pattern(false);
  return scanner.tokens;
}

class Scanner {
  readonly tokens: Token[] = [];
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Declarations, a matcher and its forms. */
  complex(): void {
    while (this.#at < this.#source.length) {
      if (this.#source.startsWith("{{", this.#at)) this.#quoted();
      else if (this.#source.startsWith("{", this.#at)) this.#placeholder();
      else if (!OUTSIDE.some(([kind, what]) => this.#take(kind, what))) this.#at += 1;
    }
  }

  /** Words with placeholders; `quoted` ends at two braces. */
  pattern(quoted: boolean): void {
    while (this.#at < this.#source.length) {
      if (quoted && this.#source.startsWith("}}", this.#at)) return;
      const sign = this.#source.charAt(this.#at);
      if (sign === "\\") this.#take("escape", /\\[\s\S]?/y);
      else if (sign === "{") this.#placeholder();
      else this.#at += 1;
    }
  }

  #quoted(): void {
    this.#take("brace", /\{\{/y);
    this.pattern(true);
    this.#take("brace", /\}\}/y);
  }

  /** From one brace to the other; a brace that opens another one is no end of it. */
  #placeholder(): void {
    this.#take("brace", /\{/y);
    while (this.#at < this.#source.length) {
      const sign = this.#source.charAt(this.#at);
      if (sign === "}") {
        this.#take("brace", /\}/y);
        return;
      }
      if (sign === "{" || sign === "\n") return;
      if (!this.#part(sign)) this.#at += 1;
    }
  }

  #part(sign: string): boolean {
    switch (sign) {
      case "$":
        return this.#take("variable", /\$[\p{L}\p{N}_\-.]*/uy);
      case ":":
        return this.#take("function", /:[\p{L}\p{N}_\-.:]*/uy);
      case "#":
      case "/":
        return this.#take("markup", /[#/][\p{L}\p{N}_\-.]*/uy);
      case "|":
        return this.#take("literal", /\|(?:\\.|[^|\\])*\|?/y);
      case "@":
        return this.#take("option", /@[\p{L}\p{N}_\-.]*/uy);
      default:
        return this.#take("option", /[\p{L}\p{N}_\-.]+(?=\s*=)/uy) || this.#take("literal", NAME);
    }
  }

  #take(kind: TokenKind, what: RegExp): boolean {
    what.lastIndex = this.#at;
    const found = what.exec(this.#source)?.[0];
    if (!found) return false;
    this.tokens.push({ kind, start: this.#at, end: this.#at + found.length });
    this.#at += found.length;
    return true;
  }
}
