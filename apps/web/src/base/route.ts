import { Refused, reach } from "./api.ts";

export interface Asking {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: object;
  readonly signal?: AbortSignal;
}

/** Ask one of the server's plain routes. What it refuses is thrown with its code. */
export async function askRoute<T>(path: string, { method = "GET", body, signal }: Asking = {}): Promise<T> {
  const response = await reach(path, {
    method,
    credentials: "same-origin",
    ...(signal ? { signal } : {}),
    ...(body ? { headers: { "content-type": "application/json" }, body: JSON.stringify(body) } : {}),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Refused(codeIn(answer));
  return answer as T;
}

function codeIn(answer: unknown): string {
  const code = (answer as { error?: { code?: unknown } } | null)?.error?.code;
  return typeof code === "string" ? code : "SERVER_UNREACHABLE";
}
