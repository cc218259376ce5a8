import { variableDetector } from "./detectors/variable.ts";
import type { Kind } from "./kind.ts";

/** The built-in detectors by name: `use: detector/NAME`. */
export const detectors: Readonly<Record<string, Kind>> = { variable: variableDetector };
