import { useEffect } from "react";
import { useWords } from "../../../base/i18n.ts";
import { useStore } from "../../../base/store.ts";
import { NotThere } from "../../../ui/NotThere.tsx";
import { useWorkbench, useWorkbenchState } from "../../../workbench/context.ts";
import type { EditorProps } from "../../../workbench/pieces.ts";
import { Inspector } from "../inspector/Inspector.tsx";
import { ownWordsAllowed } from "../overview.ts";
import { Blocks } from "./Blocks.tsx";
import { Details } from "./Details.tsx";
import { LifeBar } from "./LifeBar.tsx";
import { mayDo } from "./may.ts";
import { variantOf } from "./open-variant.ts";
import { isDirty } from "./opened.ts";
import { useProblems } from "./use-problems.ts";
import { VariantHead } from "./VariantHead.tsx";
import { VariantNews } from "./VariantNews.tsx";
import { checkOf } from "./variant-check.ts";
import type { VariantProps, WordedProps } from "./variant-props.ts";
import "./variant-editor.css";

/** One text of a template beside its source, from the first draft to the last day it is used. */
export function VariantEditor({ editor, active }: EditorProps) {
  const t = useWords();
  const open = variantOf(editor.id);
  const viewer = useWorkbenchState(({ viewer: one }) => one);
  const viewerId = viewer?.id ?? "";
  useEffect(() => open.watch(viewerId), [open, viewerId]);
  const opened = useStore(open.state);
  const { brandId } = open.address;
  const abilities = viewer?.memberships.find((one) => one.brandId === brandId)?.abilities ?? [];
  const may = mayDo(opened, { id: viewerId, abilities, ownWords: ownWordsAllowed(brandId) });
  useTold({ open, opened, may }, { uri: editor.uri, active });
  if (opened.status !== "ready" || !opened.words || !opened.template)
    return (
      <NotThere
        status={opened.status}
        error={opened.error}
        missing={t(($) => $.localisation.variant.missing)}
        onRetry={() => void open.load()}
      />
    );
  return <Shown open={open} opened={opened} may={may} words={opened.words} />;
}

function Shown(props: WordedProps) {
  const { open } = props;
  useEffect(() => checkOf(open).watch(), [open]);
  useProblems(props);
  return (
    <div className="variant">
      <VariantHead {...props} />
      <VariantNews {...props} />
      <div className="variant__sides">
        <div className="variant__paper">
          <Blocks {...props} />
          <Details {...props} />
        </div>
        <Inspector {...props} />
      </div>
      <LifeBar {...props} />
    </div>
  );
}

/** Tells the tab its name, and commands what they may do. */
function useTold({ opened, may }: VariantProps, { uri, active }: { uri: string; active: boolean }): void {
  const t = useWords();
  const workbench = useWorkbench();
  const key = opened.template?.key;
  const locale = uri.split("/")[2] ?? "";
  const dirty = isDirty(opened);
  const title = key && t(($) => $.localisation.variant.tab, { template: key, locale });
  useEffect(() => {
    if (title) workbench.editors.describe(uri, { title, dirty });
  }, [workbench, uri, title, dirty]);
  const told = JSON.stringify({ ...may, busy: opened.busy });
  useEffect(() => {
    if (!active) return undefined;
    workbench.tell({ variant: JSON.parse(told) });
    return () => workbench.tell({ variant: null });
  }, [workbench, active, told]);
}
