export { type Circumstances, createHabits, type Lean, type Use } from "./habits.ts";
export { type Example, languageKey, type Model, type Models, trained, training } from "./model.ts";
export { type Restored, restoreModels, type StoredFault, storeModels } from "./storing.ts";
export {
  createSuggester,
  type Question,
  type Ranking,
  type Suggester,
  type Suggestion,
} from "./suggester.ts";
