/** Stable codes of refusals: part of the API, with words in `locales/<tag>/errors.json`. */
export const errorCodes = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "BAD_USER_INPUT",
  "STALE",
  "CHECK_FAILED",
  "UNRESOLVED_VARIABLE",
  "OVERRIDE_NOT_ALLOWED",
  "OVERRIDE_NEEDS_REASON",
  "OWN_WORDS",
  "ALREADY_DECIDED",
  "CONVERSATION_CHANGED",
  "POLICY_CHANGED",
  "NOT_IN_REVIEW",
  "TOO_LATE_TO_UNDO",
  "NOTHING_TO_SEND",
  "CANNOT_EDIT_SENT",
  "SIGN_IN_FAILED",
  "TOO_MANY_ATTEMPTS",
  "UNKNOWN_LOCALE",
  "UNKNOWN_DOCUMENT",
  "TOO_LARGE",
  "SAME_KEY_OTHER_CONTENT",
  "DATABASE_UNAVAILABLE",
  "LINK_EXPIRED",
  "PACK_REFUSED",
  "TEMPLATE_REFUSED",
  "REASON_REQUIRED",
  "WRONG_STATE",
  "LAST_ADMIN",
  "PROVIDER_OFF",
  "PROVIDER_BUSY",
  "PROVIDER_UNREACHABLE",
  "PROVIDER_LANGUAGE",
  "PROVIDER_UNFIT",
  "PROVIDER_REFUSED",
  "NOT_REDACTED",
  "MACHINE_TOKENS",
  "MACHINE_UNGROUNDED",
  "MACHINE_NOTHING_FITS",
  "MACHINE_TEXT_OPEN",
] as const;
export type DomainErrorCode = (typeof errorCodes)[number];

/** An expected refusal. `code` is part of the API; `message` is for developers and logs. */
export class DomainError extends Error {
  override name = "DomainError";
  constructor(
    readonly code: DomainErrorCode,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
  }
}
