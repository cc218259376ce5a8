import { useId, useState } from "react";
import { words as currentWords, useWords } from "../../../base/i18n.ts";
import { fullTime, shortTime } from "../../../base/times.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbench } from "../../../workbench/context.ts";
import { resolveComment, comment as sendComment } from "../variant/life.ts";
import type { Comment } from "../variant/opened.ts";
import type { WordedProps } from "../variant/variant-props.ts";
import "./comments.css";

/** What people say about the text; open comments first. */
export function Comments(props: WordedProps) {
  const { opened, may } = props;
  const t = useWords();
  const all = opened.variant?.comments ?? [];
  const sorted = all.toSorted((a, b) => Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null));
  return (
    <div className="comments">
      {all.length === 0 && <p className="comments__none">{t(($) => $.localisation.comments.none)}</p>}
      <ul className="comments__list">
        {sorted.map((one) => (
          <li key={one.id}>
            <One {...props} comment={one} />
          </li>
        ))}
      </ul>
      {may.comment && <Write {...props} />}
    </div>
  );
}

function One({ open, opened, may, comment }: WordedProps & { readonly comment: Comment }) {
  const t = useWords();
  const workbench = useWorkbench();
  const { language } = currentWords.get();
  const { author, body, createdAt, block, resolvedAt, resolvedBy, revisionId } = comment;
  const n = opened.variant?.revisions.find(({ id }) => id === revisionId)?.n;
  const at = Date.parse(createdAt);
  return (
    <article className="comment" data-resolved={resolvedAt !== null}>
      <p className="comment__by">
        <Icon name={resolvedAt === null ? "comment-unresolved" : "pass"} />
        <bdi className="comment__name">{author?.name}</bdi>
        <time dateTime={createdAt} title={fullTime(at, language)}>
          {shortTime(at, Date.now(), language)}
        </time>
        {n !== undefined && <span>{t(($) => $.localisation.changes.revision, { n })}</span>}
        {block !== null && <span>{t(($) => $.localisation.checks.inPart, { n: block + 1 })}</span>}
      </p>
      <p className="comment__body" dir="auto">
        {body}
      </p>
      {resolvedAt !== null ? (
        <p className="comment__resolved">
          {t(($) => $.localisation.comments.resolved, { name: resolvedBy?.name ?? "" })}
        </p>
      ) : (
        may.comment && (
          <Button
            look="quiet"
            icon="check"
            onClick={() => void resolveComment(open, comment.id).catch((error) => workbench.fail(error))}
          >
            {t(($) => $.localisation.comments.resolve)}
          </Button>
        )
      )}
    </article>
  );
}

function Write({ open, words }: WordedProps) {
  const t = useWords();
  const workbench = useWorkbench();
  const id = useId();
  const [body, setBody] = useState("");
  const [block, setBlock] = useState("");
  const send = async () => {
    if (body.trim() === "") return;
    await sendComment(open, body.trim(), block === "" ? null : Number(block));
    setBody("");
  };
  return (
    <form
      className="comments__write"
      onSubmit={(event) => {
        event.preventDefault();
        void send().catch((error) => workbench.fail(error));
      }}
    >
      <label className="labelled__label" htmlFor={id}>
        {t(($) => $.localisation.comments.write)}
      </label>
      <textarea
        id={id}
        className="field"
        rows={3}
        dir="auto"
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <div className="comments__send">
        <select
          className="select"
          aria-label={t(($) => $.localisation.comments.about)}
          value={block}
          onChange={(event) => setBlock(event.target.value)}
        >
          <option value="">{t(($) => $.localisation.comments.whole)}</option>
          {words.blocks.map(({ key }, index) => (
            <option key={key} value={index}>
              {t(($) => $.localisation.checks.inPart, { n: index + 1 })}
            </option>
          ))}
        </select>
        <Button type="submit" icon="comment" disabled={body.trim() === ""}>
          {t(($) => $.localisation.comments.send)}
        </Button>
      </div>
    </form>
  );
}
