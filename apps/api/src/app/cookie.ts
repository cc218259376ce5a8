import type { FastifyReply, FastifyRequest } from "fastify";

/** How this installation's cookie is called and guarded: `__Host-` where the address is https. */
export interface CookieRules {
  readonly name: string;
  readonly secure: boolean;
  /** Seconds. */
  readonly maxAge: number;
}

export const cookieRules = (origin: string, lifeMs: number): CookieRules => {
  const secure = origin.startsWith("https:");
  return { name: secure ? "__Host-parley" : "parley", secure, maxAge: Math.round(lifeMs / 1000) };
};

export const readCookie = (request: FastifyRequest, { name }: CookieRules): string | undefined =>
  request.cookies[name];

export function setCookie(reply: FastifyReply, rules: CookieRules, token: string): void {
  const { name, secure, maxAge } = rules;
  void reply.setCookie(name, token, { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge });
}

export function clearCookie(reply: FastifyReply, { name, secure }: CookieRules): void {
  void reply.clearCookie(name, { path: "/", httpOnly: true, sameSite: "lax", secure });
}

/** The same cookie from a bare upgrade request, which fastify's plugin never sees. */
export function cookieFrom(header: string | undefined, { name }: CookieRules): string | undefined {
  const pair = header?.split("; ").find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
