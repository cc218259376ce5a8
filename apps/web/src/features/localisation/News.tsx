import type { ReactNode } from "react";
import { useWords } from "../../base/i18n.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import type { IconName } from "../../ui/icon-names.ts";
import "./news.css";

interface NewsProps {
  readonly kind: "error" | "warning" | "info";
  readonly icon: IconName;
  readonly text: string;
  readonly children?: ReactNode;
}

/** Something to know about what is being edited, and what can be done about it. */
export function News({ kind, icon, text, children }: NewsProps) {
  return (
    <div className={`edit-news__one edit-news__one--${kind}`} role={kind === "info" ? "status" : "alert"}>
      <Icon name={icon} />
      <p className="edit-news__text">{text}</p>
      {children}
    </div>
  );
}

/** A part that two people wrote differently, in words. */
interface WordedClash {
  readonly key: string;
  readonly part: string;
  readonly theirs: string;
  readonly mine: string;
}

interface ConflictProps {
  readonly text: string;
  readonly clashes: readonly WordedClash[];
  readonly onSettle: (whose: "theirs" | "mine") => void;
}

/** What two people wrote differently, side by side. What only one of them changed is kept whatever is chosen. */
export function Conflict({ text, clashes, onSettle }: ConflictProps) {
  const t = useWords();
  if (clashes.length === 0) return null;
  return (
    <div className="edit-conflict" role="alertdialog" aria-label={t(($) => $.localisation.conflict.title)}>
      <p className="edit-conflict__lead">
        <Icon name="warning" />
        <span>{text}</span>
      </p>
      <table className="edit-conflict__parts">
        <thead>
          <tr>
            <td />
            <th scope="col">{t(($) => $.localisation.glossary.theirs)}</th>
            <th scope="col">{t(($) => $.localisation.glossary.mine)}</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map(({ key, part, theirs, mine }) => (
            <tr key={key}>
              <th scope="row">{part}</th>
              <td dir="auto">{theirs}</td>
              <td dir="auto">{mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="edit-conflict__buttons">
        <Button onClick={() => onSettle("theirs")}>{t(($) => $.localisation.glossary.takeTheirs)}</Button>
        <Button look="primary" onClick={() => onSettle("mine")}>
          {t(($) => $.localisation.glossary.takeMine)}
        </Button>
      </div>
    </div>
  );
}
