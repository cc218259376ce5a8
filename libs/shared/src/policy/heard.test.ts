import { expect, test } from "vitest";
import { heardIn } from "./heard.ts";
import { builtInPolicy } from "./test/built-in.ts";

const policy = builtInPolicy();

test.each([
  ["en", "The box came damaged and nobody answers me.", "complaint"],
  ["en", "Do you have this in green, too?", ""],
  ["en", "Why was my card charged when I booked?", "sensitive"],
  ["de", "Seit drei Tagen warte ich auf eine Antwort.", "complaint"],
  ["de", "Wann öffnet der Laden am Samstag?", ""],
  ["pt-BR", "Meu pedido não chegou até agora.", "complaint"],
  ["pt-PT", "A encomenda não chegou até agora.", "complaint"],
  ["es", "El paquete llegó roto.", "complaint"],
  ["fr", "Le colis est arrivé abîmé.", "complaint"],
  ["it", "Il pacco è arrivato rotto.", "complaint"],
  ["nl", "Het pakket is niet aangekomen.", "complaint"],
  ["pl", "Paczka przyszła uszkodzona.", "complaint"],
  ["tr", "Ürün bozuk çıktı.", "complaint"],
  ["ja", "箱が潰れて届きました。", "complaint"],
  ["zh-CN", "包裹里少了一件。", "complaint"],
  ["ar", "المنتج وصل مكسورا.", "complaint"],
  ["ar", "شكرا لكم على المساعدة.", ""],
])("%s: %s", (language, text, heard) => {
  const { complaint, sensitive } = heardIn(text, language, policy);
  expect([complaint ? "complaint" : "", sensitive ? "sensitive" : ""].filter(Boolean).join()).toBe(heard);
});
