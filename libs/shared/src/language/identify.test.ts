import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadIdentifier } from "./load.ts";

const { identify } = await loadIdentifier();
const fifteen = "ar de en es fr it ja ko nl pl pt ru sv tr zh".split(" ");

const cases: Readonly<Record<string, readonly string[]>> = {
  ar: [
    "أين طلبي؟",
    "شكرًا جزيلًا على المساعدة",
    "@acme لم يصل الطرد حتى الآن 😡",
    "التطبيق لا يعمل منذ أمس",
    "كم رسوم الشحن إلى الرياض؟",
    "iPhone 15 Pro لا يشحن",
    "مرحبا {{name}}",
    "نعتذر عن التأخير وسنرد عليك قريبًا.",
    "حفظ التغييرات",
    "رابط الدفع: https://acme.example/pay لا يفتح",
  ],
  de: [
    "Wo bleibt mein Paket?",
    "Danke euch!",
    "Passwort vergessen",
    "@acme Seit drei Tagen kein Internet 😤",
    "Guten Tag {{name}}, wir prüfen das gerade.",
    "Das WLAN im ICE war schon wieder ausgefallen",
    "Konto löschen",
    "Habt ihr auch samstags offen?",
    "mein iPhone lädt nicht mehr",
    "LIEFERUNG IST IMMER NOCH NICHT DA",
    "Koennen Sie mir bitte weiterhelfen?",
  ],
  en: [
    "Where is my order?",
    "Thanks a lot!",
    "@acme still no reply 🙄",
    "Hi {{name}}, we are sorry to hear that.",
    "The app keeps crashing on my iPad",
    "Cancel my subscription",
    "STILL WAITING FOR MY REFUND",
    "Can u check this pls",
    "Save changes",
    "How do I reset my Netflix password? https://t.example/a",
  ],
  es: [
    "¿Dónde está mi pedido?",
    "Muchas gracias por la ayuda",
    "@acme llevo tres días esperando 😡",
    "No puedo entrar en mi cuenta",
    "Hola {{name}}, lo revisamos enseguida.",
    "Guardar cambios",
    "El paquete llegó roto",
    "quiero cancelar mi suscripcion",
    "La aplicación de Netflix no funciona",
    "¿Cuánto tarda el envío?",
  ],
  fr: [
    "Où est ma commande ?",
    "Merci beaucoup !",
    "@acme toujours pas de réponse 😠",
    "Mot de passe oublié",
    "Bonjour {{name}}, nous vérifions cela.",
    "L'appli ne marche plus depuis hier",
    "Enregistrer les modifications",
    "je voudrais etre rembourse",
    "Le colis est arrivé cassé",
    "Quand est-ce que Spotify sera disponible ?",
  ],
  it: [
    "Dov'è il mio ordine?",
    "Grazie mille per l'aiuto",
    "@acme nessuna risposta da tre giorni 😡",
    "Password dimenticata",
    "Buongiorno {{name}}, stiamo verificando.",
    "Il pacco è arrivato rotto",
    "Salva le modifiche",
    "non riesco ad accedere",
    "L'app di Netflix non funziona più",
    "Quanto costa la spedizione?",
  ],
  ja: [
    "荷物はどこですか？",
    "ありがとうございます",
    "@acme まだ返事がありません😢",
    "パスワードを忘れた",
    "{{name}}様、ただいま確認しております。",
    "iPhoneが充電できません",
    "変更を保存",
    "注文をキャンセルしたい",
    "アプリが落ちる",
    "Wi-Fi に接続できない",
    "配送状況の確認",
  ],
  ko: [
    "제 주문은 어디에 있나요?",
    "정말 감사합니다",
    "@acme 아직 답변이 없네요 😡",
    "비밀번호를 잊으셨나요?",
    "{{name}}님, 확인 중입니다.",
    "아이폰 충전이 안 돼요",
    "변경 사항 저장",
    "환불해 주세요",
    "Netflix 앱이 안 열려요",
    "배송 언제 와요ㅠㅠ",
  ],
  nl: [
    "Waar blijft mijn bestelling?",
    "Bedankt voor je hulp!",
    "@acme nog steeds geen antwoord 😡",
    "Wachtwoord vergeten",
    "Hallo {{name}}, we zoeken het uit.",
    "Mijn pakket is kapot aangekomen",
    "Wijzigingen opslaan",
    "de app doet het niet meer",
    "Hoe kan ik mijn abonnement opzeggen?",
    "Geen internet sinds gisteren, ook geen Netflix",
  ],
  pl: [
    "Gdzie jest moja paczka?",
    "Dziękuję bardzo!",
    "@acme nadal brak odpowiedzi 😡",
    "Nie pamiętasz hasła?",
    "Dzień dobry {{name}}, sprawdzamy to.",
    "Aplikacja nie działa od wczoraj",
    "Zapisz zmiany",
    "prosze o zwrot pieniedzy",
    "Ile kosztuje wysyłka?",
    "Netflix mi się nie włącza",
  ],
  pt: [
    "Onde está a minha encomenda?",
    "Cadê meu pedido?",
    "Muito obrigada pela ajuda",
    "@acme ninguém responde há três dias 😡",
    "Esqueceu a senha?",
    "Olá {{name}}, já estamos a verificar.",
    "Salvar alterações",
    "nao consigo entrar na minha conta",
    "O pacote chegou quebrado",
    "A Netflix não abre na televisão",
  ],
  ru: [
    "Где мой заказ?",
    "Спасибо большое!",
    "@acme до сих пор нет ответа 😡",
    "Забыли пароль?",
    "Здравствуйте, {{name}}! Мы проверяем.",
    "Приложение не работает со вчерашнего дня",
    "Сохранить изменения",
    "верните деньги",
    "Мой iPhone не заряжается",
    "Сколько стоит доставка?",
  ],
  sv: [
    "Var är min beställning?",
    "Tack så mycket!",
    "@acme fortfarande inget svar 😡",
    "Glömt lösenordet?",
    "Hej {{name}}, vi kollar på det.",
    "Appen har inte fungerat sedan igår",
    "Spara ändringar",
    "jag vill ha pengarna tillbaka",
    "Paketet var trasigt när det kom",
    "Hur länge dröjer leveransen?",
  ],
  tr: [
    "Siparişim nerede?",
    "Çok teşekkür ederim",
    "@acme hâlâ cevap yok 😡",
    "Şifremi unuttum",
    "Merhaba {{name}}, hemen kontrol ediyoruz.",
    "Uygulama dünden beri çalışmıyor",
    "Değişiklikleri kaydet",
    "paramı geri istiyorum",
    "Netflix açılmıyor",
    "Kargo ücreti ne kadar?",
  ],
  zh: [
    "我的订单在哪里？",
    "非常感谢",
    "@acme 还是没有回复😡",
    "忘记密码",
    "{{name}}您好，我们正在核实。",
    "請問什麼時候出貨？",
    "保存更改",
    "我要退款",
    "我的 iPhone 充不了电",
    "Netflix 打不开",
    "無法登入帳號",
  ],
};

describe.each(Object.entries(cases))("%s", (language, texts) => {
  test.each(texts)("%s", (text) => {
    expect(identify(text, { among: fifteen }).tag).toBe(language);
    expect(identify(text).tag.split("-")[0]).toBe(language);
  });
});

describe("the country of Portuguese", () => {
  test.each([
    ["O usuário está enviando o arquivo pelo celular.", "pt-BR"],
    ["Você pode me mandar uma mensagem? A gente resolve rapidinho.", "pt-BR"],
    ["Não recebi o meu pedido, o frete foi caro e o aplicativo travou.", "pt-BR"],
    ["Estamos verificando o seu cadastro, ok?", "pt-BR"],
    ["O utilizador está a enviar o ficheiro pelo telemóvel.", "pt-PT"],
    ["Podes enviar-nos uma mensagem privada? Já te ajudamos.", "pt-PT"],
    ["Ainda não recebi a minha encomenda, os portes foram caros.", "pt-PT"],
    ["Estamos a verificar o registo, está bem?", "pt-PT"],
    ["Não", "pt"],
  ])("%s is %s", (text, tag) => {
    expect(identify(text, { among: ["en", "pt-BR", "pt-PT"] }).tag).toBe(tag);
  });
});

describe("the writing of Chinese", () => {
  test.each([
    ["请问什么时候发货？", "zh-CN"],
    ["請問什麼時候出貨？", "zh-TW"],
    ["您好", "zh"],
  ])("%s is %s", (text, tag) => {
    expect(identify(text, { among: ["zh-CN", "zh-TW"] }).tag).toBe(tag);
    expect(identify(text, { among: ["zh"] }).tag).toBe("zh");
  });
});

test.each(["", "   ", "12345", "😀👍", "@acme https://example.com", "{{name}} {$count}", "!!!"])(
  "%j is in no language",
  (text) => {
    expect(identify(text)).toEqual({ tag: "und", confidence: 0, reliable: false });
  },
);

test("what no language of the choice is written in cannot be told", () => {
  expect(identify("Где мой заказ?", { among: ["de", "en"] }).tag).toBe("und");
});

test.each([
  ["Hvor er min pakke? Jeg har ventet i en uge nu.", "da"],
  ["Missä tilaukseni on? Olen odottanut viikon.", "fi"],
  ["Kde je moje objednávka? Čekám už týden.", "cs"],
  ["Де моє замовлення? Чекаю вже тиждень.", "uk"],
  ["Πού είναι η παραγγελία μου;", "el"],
  ["ההזמנה שלי לא הגיעה", "he"],
  ["मेरा ऑर्डर कहाँ है?", "hi"],
  ["พัสดุอยู่ที่ไหน", "th"],
])("outside the fifteen: %s", (text, tag) => {
  expect(identify(text).tag).toBe(tag);
});

test("any text gets an answer between 0 and 1, the same twice, and from the choice", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 400 }));
  fc.assert(
    fc.property(text, (value) => {
      const first = identify(value, { among: ["de", "ja"] });
      expect(identify(value, { among: ["de", "ja"] })).toEqual(first);
      expect(["de", "ja", "und"]).toContain(first.tag);
      expect(first.confidence).toSatisfy((share: number) => share >= 0 && share <= 1);
    }),
  );
});
