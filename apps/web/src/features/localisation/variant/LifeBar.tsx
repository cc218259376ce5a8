import { words as currentWords, useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { shortTime } from "../../../base/times.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { useWorkbenchState } from "../../../workbench/context.ts";
import { CommandButton } from "./CommandButton.tsx";
import { isDirty, newest, type Opened } from "./opened.ts";
import { PublishForm } from "./PublishForm.tsx";
import { publishing } from "./publishing.ts";
import { stateName } from "./state-words.ts";
import type { WordedProps } from "./variant-props.ts";
import "./life-bar.css";

/** Next step first; what one may not do is not there. */
const steps = ["variant.submit", "variant.approve", "variant.publish"];
const others = [
  "variant.save",
  "variant.reject",
  "variant.publishFor",
  "variant.withdraw",
  "variant.revert",
  "variant.retire",
  "variant.leaveOut",
];

/** What can be done with the text now, and whether it is kept. */
export function LifeBar({ open, opened, may }: WordedProps) {
  const t = useWords();
  const asking = useStore(publishing) === open.id;
  return (
    <footer className="life">
      {may.own && (
        <p className="life__own">
          <Icon name="account" />
          {t(($) => $.localisation.life.own)}
        </p>
      )}
      {asking && may.publish && <PublishForm open={open} />}
      <div className="life__line">
        <div className="life__buttons">
          {steps.map((id) => (
            <CommandButton key={id} command={id} look="primary" />
          ))}
          {others.map((id) => (
            <CommandButton key={id} command={id} look={id === "variant.save" ? "plain" : "quiet"} />
          ))}
        </div>
        <Keeping opened={opened} />
      </div>
    </footer>
  );
}

/** Where the words are: here only, or with the server. */
function Keeping({ opened }: { readonly opened: Opened }) {
  const t = useWords();
  const viewerId = useWorkbenchState(({ viewer }) => viewer?.id);
  const head = newest(opened);
  if (opened.busy)
    return (
      <p className="life__keeping" role="status">
        <Icon name="loading" />
        {t(($) => $.localisation.life.busy)}
      </p>
    );
  if (isDirty(opened))
    return (
      <p className="life__keeping life__keeping--here" role="status">
        <Icon name="circle-filled" />
        {t(($) => $.localisation.life.here)}
      </p>
    );
  if (!head) return null;
  const time = shortTime(Date.parse(head.createdAt), Date.now(), currentWords.get().language);
  const name =
    head.author?.id === viewerId ? null : (head.author?.name ?? t(($) => $.localisation.history.parley));
  const said = { n: head.n, time, state: stateName(head.state) };
  return (
    <p className="life__keeping" role="status">
      <Icon name="check" />
      {name === null
        ? t(($) => $.localisation.life.keptMine, said)
        : t(($) => $.localisation.life.kept, { ...said, name })}
    </p>
  );
}
