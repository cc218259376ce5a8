import { useState } from "react";
import { useNow } from "../../base/clock.ts";
import { useWords, words } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { fullTime, shortTime } from "../../base/times.ts";
import { Avatar } from "./Avatar.tsx";
import type { Post } from "./sandbox-api.ts";
import { type NetworkAccount, network } from "./sandbox-network.ts";
import { WriteBox } from "./WriteBox.tsx";
import "./wall.css";

interface PostProps {
  readonly post: Post;
  readonly account: NetworkAccount;
}

/** One post: who, when, what; one's own can be edited and deleted. */
export function PostView({ post, account }: PostProps) {
  const t = useWords();
  const persona = useStore(network.persona);
  const { fresh } = useStore(network.state);
  const [editing, setEditing] = useState(false);
  const { id, author, authorName, byAccount, body, deletedAt } = post;
  const name = byAccount ? account.name : (authorName ?? author);
  const isOwn = !byAccount && author === persona?.handle && deletedAt === null;
  return (
    <article className={`post${byAccount ? " post--brand" : ""}`} data-fresh={fresh.has(id)} data-post={id}>
      <Avatar persona={{ handle: author, name }} brand={byAccount} />
      <div className="post__body">
        <header className="post__meta">
          <bdi className="post__name">{name}</bdi>
          {byAccount && <span className="post__brand">{t(($) => $.sandbox.brand)}</span>}
          <bdi className="post__handle" dir="ltr">
            @{author}
          </bdi>
          <When post={post} />
        </header>
        {editing ? (
          <WriteBox
            label={t(($) => $.sandbox.edit)}
            action={t(($) => $.sandbox.save)}
            initial={body}
            autoFocus
            onWrite={async (changed) => {
              const done = await network.edit(id, changed);
              if (done) setEditing(false);
              return done;
            }}
          />
        ) : (
          <Text post={post} />
        )}
        {isOwn && <OwnActions post={post} editing={editing} onEdit={() => setEditing(!editing)} />}
      </div>
    </article>
  );
}

function Text({ post: { body, deletedAt } }: { readonly post: Post }) {
  const t = useWords();
  if (deletedAt) return <p className="post__gone">{t(($) => $.sandbox.deleted)}</p>;
  return (
    <p className="post__text" dir="auto">
      {body}
    </p>
  );
}

function When({ post: { at, editedAt, deletedAt } }: { readonly post: Post }) {
  const t = useWords();
  const now = useNow();
  const { language } = words.get();
  return (
    <span className="post__when">
      <time dateTime={at} title={fullTime(Date.parse(at), language)}>
        {shortTime(Date.parse(at), now, language)}
      </time>
      {editedAt && !deletedAt && <> · {t(($) => $.sandbox.edited)}</>}
    </span>
  );
}

interface OwnProps {
  readonly post: Post;
  readonly editing: boolean;
  readonly onEdit: () => void;
}

function OwnActions({ post, editing, onEdit }: OwnProps) {
  const t = useWords();
  return (
    <div className="post__actions">
      <button type="button" className="net-link" onClick={onEdit}>
        {editing ? t(($) => $.sandbox.cancel) : t(($) => $.sandbox.edit)}
      </button>
      <button type="button" className="net-link" onClick={() => void network.remove(post.id)}>
        {t(($) => $.sandbox.delete)}
      </button>
    </div>
  );
}
