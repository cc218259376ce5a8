export { type Canonical, canonicalJson } from "./canonical.ts";
