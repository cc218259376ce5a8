export { channelClassOf, channelsOfClass } from "./channel-class.ts";
export { checkVariant } from "./check/check-variant.ts";
export type { AddressCue, CheckFacts, GlossaryTerm, RegionalWord, Speller } from "./check/facts.ts";
export { CHECKS, type CheckCode, type TemplateFinding } from "./check/finding.ts";
export { type Checked, sharedText } from "./check/subject.ts";
export { type Contract, contractBreaks } from "./contract-breaks.ts";
export {
  type Description,
  type DescriptionFault,
  type DescriptionProblem,
  descriptionProblems,
  keyProblems,
  MOST_IN_TEMPLATE,
} from "./description.ts";
export {
  createFormatter,
  type FormatError,
  type Formatted,
  type Formatter,
  type FormatterSettings,
  type Piece,
} from "./formatter.ts";
export { holes, holeText, type Mark } from "./holes.ts";
export { type MadePersonal, madePersonal } from "./made-personal.ts";
export {
  type Fault,
  type FaultType,
  MAX_MESSAGE_BYTES,
  MAX_PATTERNS,
  type Message,
  messageSource,
  type Parsed,
  type Placeholder,
  parseMessage,
  placeholdersOf,
  variablesOf,
} from "./message.ts";
export { initials } from "./own-functions.ts";
export { isHandle, type Profile, personName } from "./person-name.ts";
export { type Preview, previews } from "./previews.ts";
export type { FunctionContext, TemplateFunction } from "./print.ts";
export { createRenderer, type Rendered, type Renderer, type RenderSettings } from "./render.ts";
export { type Compromise, type Resolved, resolveVariant, type Wanted } from "./resolve.ts";
export { sampleValues } from "./sample-values.ts";
export { searchEntry, searchForm, searchText } from "./search/entries.ts";
export { likeness } from "./search/likeness.ts";
export {
  type Candidate,
  createSearchIndex,
  rankCandidates,
  type SearchEntry,
  type SearchHit,
  type SearchIndex,
  type SearchWish,
} from "./search/search-index.ts";
export { type Staleness, staleness } from "./staleness.ts";
export {
  type Catalogue,
  type FromFile,
  type FromLanguageFile,
  parseCatalogue,
  parseLanguage,
  parseTemplate,
  type SharedBlock,
  type SharedText,
  type StarterTemplate,
  type TemplateLanguage,
} from "./starter.ts";
export { CATALOGUE_FILE, type JsonSchema, LANGUAGE_FILE, TEMPLATE_FILE } from "./starter-schema.ts";
export { type TabStops, tabStops } from "./tab-stops.ts";
export {
  type Block,
  CHANNEL_CLASSES,
  type ChannelClass,
  REGISTERS,
  REVISION_STATES,
  type Register,
  type Revision,
  type RevisionOrigin,
  type RevisionState,
  separator,
  type Template,
  type VariantKey,
  type VariantText,
  variantName,
} from "./template.ts";
export {
  FUNCTIONS_OF,
  type FunctionName,
  isVariableName,
  OPTIONS_OF,
  OWN_FUNCTIONS,
  PII_CLASSES,
  type PiiClass,
  STANDARD_FUNCTIONS,
  VARIABLE_SOURCES,
  type Value,
  type Values,
  type Variable,
  type VariableSource,
  type VariableType,
  type VariableWords,
} from "./variable.ts";
export { variableWords } from "./variable-words.ts";
export type { FileFault } from "./yaml-file.ts";
