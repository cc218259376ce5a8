import { useId, useMemo, useState } from "react";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { PostView } from "./PostView.tsx";
import { type NetworkAccount, network } from "./sandbox-network.ts";
import { WriteBox } from "./WriteBox.tsx";
import { threadsOf, type WallThread } from "./wall.ts";
import "./wall.css";

const FIRST = 20;

/** What everybody can read about a brand, newest first, and a place to say something. */
export function WallFeed({ account }: { readonly account: NetworkAccount }) {
  const t = useWords();
  const heading = useId();
  const { posts } = useStore(network.state);
  const threads = useMemo(() => threadsOf(posts), [posts]);
  const [shown, setShown] = useState(FIRST);
  return (
    <section className="wall" aria-labelledby={heading}>
      <h2 className="unseen" id={heading}>
        {t(($) => $.sandbox.wall, { account: account.name })}
      </h2>
      <Say account={account} />
      <ol className="wall__threads">
        {threads.slice(0, shown).map((thread) => (
          <li key={thread.id}>
            <Thread thread={thread} account={account} />
          </li>
        ))}
      </ol>
      {threads.length === 0 && <p className="wall__empty">{t(($) => $.sandbox.nothingYet)}</p>}
      {threads.length > shown && (
        <button type="button" className="net-button" onClick={() => setShown(shown + FIRST)}>
          {t(($) => $.sandbox.more)}
        </button>
      )}
    </section>
  );
}

const ways = ["comment", "mention"] as const;

function Say({ account }: { readonly account: NetworkAccount }) {
  const t = useWords();
  const name = useId();
  const [way, setWay] = useState<(typeof ways)[number]>("comment");
  const label = t(($) => $.sandbox.say[way], { account: `@${account.handle}` });
  const write = (body: string) => network.write({ channel: way, body: addressed(body, way, account.handle) });
  return (
    <div className="net-card say">
      <fieldset className="say__ways">
        <legend className="unseen">{t(($) => $.sandbox.way)}</legend>
        {ways.map((one) => (
          <label key={one} className="say__way">
            <input type="radio" name={name} checked={way === one} onChange={() => setWay(one)} />
            {t(($) => $.sandbox.ways[one])}
          </label>
        ))}
      </fieldset>
      <WriteBox label={label} action={t(($) => $.sandbox.post)} onWrite={write} />
    </div>
  );
}

/** A mention names the account; whoever forgets it gets it in front. */
function addressed(body: string, way: (typeof ways)[number], handle: string): string {
  const named = body.toLowerCase().includes(`@${handle.toLowerCase()}`);
  return way === "mention" && !named ? `@${handle} ${body}` : body;
}

function Thread({ thread, account }: { readonly thread: WallThread; readonly account: NetworkAccount }) {
  const t = useWords();
  const [answering, setAnswering] = useState(false);
  const [first] = thread.posts;
  const last = thread.posts.at(-1);
  if (!first || !last) return null;
  return (
    <section className="net-card thread-card" data-thread={thread.id}>
      {thread.posts.map((post) => (
        <PostView key={post.id} post={post} account={account} />
      ))}
      {answering ? (
        <WriteBox
          label={t(($) => $.sandbox.answer)}
          action={t(($) => $.sandbox.post)}
          autoFocus
          onWrite={async (body) => {
            const done = await network.write({ channel: first.channel, body, parentId: last.id });
            if (done) setAnswering(false);
            return done;
          }}
        />
      ) : (
        <button type="button" className="net-link thread-card__answer" onClick={() => setAnswering(true)}>
          {t(($) => $.sandbox.answer)}
        </button>
      )}
    </section>
  );
}
