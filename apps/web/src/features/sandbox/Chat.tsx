import { useId, useLayoutEffect, useMemo, useRef } from "react";
import { useNow } from "../../base/clock.ts";
import { useWords, words } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { shortTime } from "../../base/times.ts";
import { Avatar } from "./Avatar.tsx";
import type { Post } from "./sandbox-api.ts";
import { type NetworkAccount, network } from "./sandbox-network.ts";
import { WriteBox } from "./WriteBox.tsx";
import { chatOf } from "./wall.ts";
import "./chat.css";

/** What only the persona and the brand can read. */
export function Chat({ account }: { readonly account: NetworkAccount }) {
  const t = useWords();
  const heading = useId();
  const { posts } = useStore(network.state);
  const persona = useStore(network.persona);
  const chat = useMemo(() => (persona ? chatOf(posts, persona) : []), [posts, persona]);
  const box = useEnd(chat.length);
  return (
    <section className="chat net-card" aria-labelledby={heading}>
      <header className="chat__head">
        <Avatar persona={{ handle: account.handle, name: account.name }} brand />
        <div>
          <h2 className="chat__name" id={heading}>
            <bdi>{account.name}</bdi>
          </h2>
          <p className="chat__lead">{t(($) => $.sandbox.chatLead)}</p>
        </div>
      </header>
      <div
        className="chat__messages"
        ref={box}
        role="log"
        aria-labelledby={heading}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard has to get into it
        tabIndex={0}
      >
        {chat.length === 0 && <p className="chat__empty">{t(($) => $.sandbox.chatEmpty)}</p>}
        {chat.map((post) => (
          <Bubble key={post.id} post={post} />
        ))}
      </div>
      <WriteBox
        label={t(($) => $.sandbox.message)}
        action={t(($) => $.sandbox.send)}
        onWrite={(body) => network.write({ channel: "direct", body })}
      />
    </section>
  );
}

function Bubble({ post }: { readonly post: Post }) {
  const t = useWords();
  const now = useNow();
  const { fresh } = useStore(network.state);
  const { id, body, byAccount, deletedAt, at } = post;
  return (
    <div className={`bubble${byAccount ? "" : " bubble--own"}`} data-fresh={fresh.has(id)} data-post={id}>
      <p className="bubble__text" dir="auto">
        {deletedAt ? t(($) => $.sandbox.deleted) : body}
      </p>
      <p className="bubble__when">
        {shortTime(Date.parse(at), now, words.get().language)}
        {!byAccount && !deletedAt && (
          <button type="button" className="net-link" onClick={() => void network.remove(id)}>
            {t(($) => $.sandbox.delete)}
          </button>
        )}
      </p>
    </div>
  );
}

/** The newest is in sight. */
function useEnd(count: number) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current && count > 0) box.current.scrollTop = box.current.scrollHeight;
  }, [count]);
  return box;
}
