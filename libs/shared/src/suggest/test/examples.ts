import type { Example } from "../model.ts";

const OPENINGS = [
  "hello",
  "hi there",
  "good morning",
  "please help",
  "hey",
  "sorry to bother you",
  "dear team",
  "well",
];
const ABOUT: Readonly<Record<string, readonly string[]>> = {
  delay: [
    "where is my parcel",
    "my order is late",
    "the delivery has not come",
    "the parcel should be here by now",
  ],
  refund: [
    "i want my money back",
    "please refund the order",
    "the refund has not arrived",
    "when is the money back",
  ],
  login: ["i cannot sign in", "the password does not work", "my account is locked", "signing in fails"],
  praise: ["thank you so much", "you were great", "lovely service", "what a friendly team"],
};

/** Messages made of an opening and a matter: enough of each label to train on. */
export const examples: readonly Example[] = Object.entries(ABOUT).flatMap(([label, matters]) =>
  OPENINGS.flatMap((opening) =>
    matters.map((matter) => ({ lang: "en", text: `${opening}, ${matter}`, label })),
  ),
);
