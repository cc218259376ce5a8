export { parseRegister } from "./parse-register.ts";
export {
  type Cue,
  type LanguageRegister,
  type Register,
  type RegisterData,
  type RegisterVerdict,
  registerOf,
  registerTag,
  type Why,
} from "./register-of.ts";
