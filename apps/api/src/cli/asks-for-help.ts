/** What may be a question for help; most commands have none and need not wait for its words. */
const HELP = /^(?:help|--help|-h)$/;

/** Whether an argument may be a question for help. */
export const asksForHelp = (argv: readonly string[]): boolean => argv.some((arg) => HELP.test(arg));
