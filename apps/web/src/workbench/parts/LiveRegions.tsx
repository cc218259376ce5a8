import { useStore } from "../../base/store.ts";
import { useWorkbench } from "../context.ts";

/** Where screen readers listen: two polite and two assertive regions that take turns. */
export function LiveRegions() {
  const { polite, assertive } = useStore(useWorkbench().announcer.said);
  return (
    <div className="unseen">
      <div aria-live="polite" data-live="polite-0">
        {polite[0]}
      </div>
      <div aria-live="polite" data-live="polite-1">
        {polite[1]}
      </div>
      <div aria-live="assertive" role="alert" data-live="assertive-0">
        {assertive[0]}
      </div>
      <div aria-live="assertive" role="alert" data-live="assertive-1">
        {assertive[1]}
      </div>
    </div>
  );
}
