import { DefaultNamingStrategy } from "typeorm";

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Columns are `snake_case` in SQL and `camelCase` in code. */
export class SnakeCase extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined, embedded: string[]): string {
    return [...embedded, custom ?? snake(property)].join("_");
  }
}
