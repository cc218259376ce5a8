export type { Cost, Edit, Evidence, Finding, Fix, Overridable, Severity } from "./finding.ts";
