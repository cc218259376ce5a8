import { wordsOfError } from "../../base/error-words.ts";
import { useWords } from "../../base/i18n.ts";
import { useStore } from "../../base/store.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { VirtualList } from "../../ui/VirtualList.tsx";
import { useWorkbench, useWorkbenchState } from "../../workbench/context.ts";
import { useSetting } from "../../workbench/settings.ts";
import { densitySetting } from "../../workbench/themes.ts";
import { glossaryUri, tableUri, variantId, variantUri } from "./address.ts";
import { BrandChoice } from "./BrandChoice.tsx";
import { Coverage } from "./Coverage.tsx";
import { refreshOverview, shown } from "./overview.ts";
import { TaskRow } from "./TaskRow.tsx";
import { addressOf, type Task, tasksOf } from "./table/standing.ts";
import "./localisation-view.css";

const ROW = { comfortable: 3.5, compact: 3 };

/** What the viewer has to do, and how complete each language is. */
export function LocalisationView() {
  const t = useWords();
  const workbench = useWorkbench();
  const { overview, brandId, error } = useStore(shown);
  if (!brandId || !overview) return error ? <Trouble error={error} /> : null;
  return (
    <div className="localisation-view">
      <div className="localisation-view__head">
        <BrandChoice />
        <Button icon="table" onClick={() => workbench.editors.show(tableUri(brandId))}>
          {t(($) => $.localisation.table.open)}
        </Button>
        <Button icon="book" onClick={() => workbench.editors.show(glossaryUri(brandId))}>
          {t(($) => $.localisation.glossary.title)}
        </Button>
      </div>
      <Tasks tasks={tasksOf(overview)} brandId={brandId} />
      <Coverage overview={overview} brandId={brandId} />
    </div>
  );
}

function Tasks({ tasks, brandId }: { readonly tasks: readonly Task[]; readonly brandId: string }) {
  const t = useWords();
  const workbench = useWorkbench();
  const density = useSetting(workbench.settings, densitySetting);
  const selected = useWorkbenchState(({ editor }) => (editor?.kind === "variant" ? editor.id : null));
  return (
    <section className="localisation-view__tasks" aria-labelledby="localisation-tasks">
      <h3 className="localisation-view__title" id="localisation-tasks">
        {t(($) => $.localisation.tasks.title)}
        <span className="localisation-view__count">
          {t(($) => $.localisation.number, { count: tasks.length })}
        </span>
      </h3>
      {tasks.length === 0 ? (
        <p className="localisation-view__empty">
          <Icon name="check-all" />
          {t(($) => $.localisation.tasks.none)}
        </p>
      ) : (
        <VirtualList<Task>
          rows={tasks}
          keyOf={(task) => variantId(addressOf(task, brandId))}
          label={t(($) => $.localisation.tasks.title)}
          rowHeight={ROW[density]}
          selected={selected}
          onChoose={(task, how) =>
            workbench.editors.show(variantUri(addressOf(task, brandId)), { preview: how === "look" })
          }
        >
          {(task) => <TaskRow task={task} />}
        </VirtualList>
      )}
    </section>
  );
}

/** What could not be fetched, and another try. */
export function Trouble({ error }: { readonly error: unknown }) {
  const t = useWords();
  return (
    <div className="localisation-view__trouble" role="alert">
      <p>{wordsOfError(error)}</p>
      <Button icon="refresh" onClick={() => void refreshOverview()}>
        {t(($) => $.workbench.tryAgain)}
      </Button>
    </div>
  );
}
