export { flatten, unitsOf } from "./flatten.ts";
export { readIcuMessage } from "./icu-message.ts";
export { type ImportPlan, planImport } from "./plan-import.ts";
export { readPo, writePo } from "./po.ts";
export { readTbx, writeTbx } from "./tbx.ts";
export { type MemoryPair, readTmx, writeTmx } from "./tmx.ts";
export {
  type Exchangeable,
  type ExchangeFile,
  type ExchangeProblem,
  type ExchangeUnit,
  MAX_FILE_LENGTH,
  type ReadResult,
  UNIT_STATES,
  type UnitState,
} from "./unit.ts";
export { readUnitsCsv, writeUnitsCsv } from "./units-csv.ts";
export { readXliff, writeXliff } from "./xliff.ts";
export { type ImportedText, readZendesk, type ZendeskWords } from "./zendesk.ts";
