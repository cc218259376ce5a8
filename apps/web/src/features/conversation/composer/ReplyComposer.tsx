import { useMemo } from "react";
import { useSelected } from "../../../base/store.ts";
import { openDraft } from "../draft/open-draft.ts";
import { MachineNotice } from "../machine/MachineNotice.tsx";
import type { Draft } from "../open-conversation.ts";
import { isUnderWay } from "../thread/thread-items.ts";
import { Conflict } from "./Conflict.tsx";
import { KeepingState } from "./KeepingState.tsx";
import { ReplyFrame } from "./ReplyFrame.tsx";
import { ReplyText } from "./ReplyText.tsx";
import { Returned } from "./Returned.tsx";
import type { ReplyProps } from "./reply-props.ts";
import { UnderWay } from "./UnderWay.tsx";

/** A reply for everybody or for the customer, in whatever state it is. */
export function ReplyComposer(props: ReplyProps) {
  const { open, conversation, memberId, visibility } = props;
  const keeper = useMemo(() => openDraft(open, { memberId, visibility }), [open, memberId, visibility]);
  const conflict = useSelected(keeper.state, (kept) => kept.conflict);
  const draft = conversation.drafts.find((one) => one.visibility === visibility) ?? null;
  return (
    <ReplyFrame
      open={open}
      conversation={conversation}
      surface={visibility}
      aside={<KeepingState keeper={keeper} />}
    >
      {conflict ? (
        <Conflict keeper={keeper} mine={keeper.state.get().text} theirs={conflict} />
      ) : draft && isUnderWay(draft) ? (
        <UnderWay {...props} draft={draft} />
      ) : (
        <>
          {draft && isReturned(draft) && <Returned draft={draft} />}
          <MachineNotice {...{ open, visibility, keeper, draft }} />
          <ReplyText {...props} keeper={keeper} />
        </>
      )}
    </ReplyFrame>
  );
}

function isReturned({ state, returnedCode }: Draft): boolean {
  return state === "changes_requested" || returnedCode !== null;
}
