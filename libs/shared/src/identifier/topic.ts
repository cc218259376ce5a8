/**
 * What the words around a number can say it is about. Each is one bit, so that the topics of a word are one number.
 * `amount`, `version` and `product` speak against an identifier. `number` is for words such as "my number is", which
 * only count where nothing nearby says more.
 */
export const TOPIC = {
  phone: 1,
  card: 2,
  bank: 4,
  email: 8,
  national: 16,
  tax: 32,
  health: 64,
  passport: 128,
  licence: 256,
  plate: 512,
  company: 1024,
  order: 2048,
  network: 4096,
  address: 8192,
  birth: 16384,
  device: 32768,
  wallet: 65536,
  amount: 131072,
  version: 262144,
  product: 524288,
  number: 1048576,
} as const;

export type Topic = keyof typeof TOPIC;
