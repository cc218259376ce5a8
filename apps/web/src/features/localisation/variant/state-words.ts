import { words } from "../../../base/i18n.ts";

/** A state's name; one that nobody knows by its code. */
export function stateName(state: string): string {
  const { t } = words.get();
  switch (state) {
    case "draft":
    case "approved":
    case "live":
    case "retired":
    case "rejected":
      return t(($) => $.localisation.state[state]);
    case "in-review":
      return t(($) => $.localisation.state.inReview);
    default:
      return state;
  }
}
