import { askRoute } from "../../base/route.ts";

/** What somebody has written on the sandbox. */
export interface Post {
  readonly id: string;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly author: string;
  readonly authorName: string | null;
  readonly byAccount: boolean;
  readonly channel: "comment" | "mention" | "direct";
  readonly body: string;
  readonly at: string;
  readonly editedAt: string | null;
  readonly deletedAt: string | null;
  /** The customer's side of a direct message. */
  readonly counterpart: string | null;
}

/** What goes wrong with the brand's sends at the moment. */
export interface Weather {
  readonly delayMs: number;
  readonly fails: boolean;
  readonly losesAnswers: boolean;
}

export interface NewPost {
  readonly author: string;
  readonly name?: string;
  readonly channel: Post["channel"];
  readonly body: string;
  readonly parentId?: string;
}

export interface Wall {
  readonly posts: readonly Post[];
  readonly weather: Weather;
}

const root = (accountId: string): string => `/sandbox-api/${accountId}`;

export const wallOf = (accountId: string): Promise<Wall> => askRoute(root(accountId));

export const writePost = (accountId: string, post: NewPost): Promise<Post> =>
  askRoute(`${root(accountId)}/posts`, { method: "POST", body: post });

export const editPost = (accountId: string, postId: string, body: string): Promise<Post> =>
  askRoute(`${root(accountId)}/posts/${postId}`, { method: "PATCH", body: { body } });

export const deletePost = (accountId: string, postId: string): Promise<Post> =>
  askRoute(`${root(accountId)}/posts/${postId}`, { method: "DELETE" });

export const setWeather = (accountId: string, weather: Weather): Promise<Weather> =>
  askRoute(`${root(accountId)}/weather`, { method: "PUT", body: weather });
