import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { ArgumentValidationError } from "type-graphql";
import { QueryFailedError } from "typeorm";
import { DomainError } from "../base/errors.ts";
import type { Log } from "../base/log.ts";

interface Answer {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What the client is told of an error: a stable code and what it is about. The words are in `errors.json`. */
export function answerTo(error: unknown): Answer | null {
  if (error instanceof DomainError) return { code: error.code, details: error.details };
  if (error instanceof ArgumentValidationError) {
    return {
      code: "BAD_USER_INPUT",
      details: { fields: error.extensions.validationErrors?.map((e) => e.property) },
    };
  }
  return databaseAnswer(error);
}

/** SQLSTATE codes whose cause lies with the caller or with the moment, not in a bug. */
function databaseAnswer(error: unknown): Answer | null {
  const driver: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(driver instanceof Error) || !("code" in driver)) return null;
  const code = String(driver.code);
  if (code === "22P02" || code === "22007") return { code: "BAD_USER_INPUT", details: {} };
  if (code === "23505" && "constraint" in driver)
    return { code: "BAD_USER_INPUT", details: { taken: driver.constraint } };
  if (code === "PR001") return { code: "OWN_WORDS", details: {} };
  if (/^(57P0|08|ECONN|53300|EPIPE)/.test(code)) return { code: "DATABASE_UNAVAILABLE", details: {} };
  return null;
}

/** Graphql's own words stay on a malformed query; anything unexpected is logged and becomes `INTERNAL`. */
export const formatError =
  (log: Log) =>
  (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const error = unwrapResolverError(thrown);
    const answer = answerTo(error);
    const place = formatted.path ? { path: formatted.path } : {};
    if (answer) return { message: answer.code, ...place, extensions: { ...answer } };
    if (error instanceof GraphQLError && formatted.extensions?.code !== "INTERNAL_SERVER_ERROR") {
      return { ...formatted, extensions: { code: formatted.extensions?.code ?? "BAD_USER_INPUT" } };
    }
    log.error({ err: error, path: formatted.path }, "a bug answered a request");
    return { message: "INTERNAL", ...place, extensions: { code: "INTERNAL" } };
  };
