export { type Example, languageKey, type Model, type Models, trained, training } from "./model.ts";
export {
  createSuggester,
  type Question,
  type Ranking,
  type Suggester,
  type Suggestion,
} from "./suggester.ts";
