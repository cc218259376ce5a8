/** Words that, beside a brand's name in a domain, pretend to be its service; by language. */
const WORDS = {
  en: "account accounts alert auth billing care center centre chat claim claims contact customer customercare customerservice delivery help helpdesk id login my official online pay payment portal refund refunds return returns reward rewards safe secure security service services shop signin sso store support team track tracking update verify verification voucher win",
  de: "bestellung betreuung erstattung gewinn gutschein hilfe kasse konto kunde kunden kundendienst kundenservice lieferung rechnung sicher sicherheit versand zahlung",
  es: "ayuda atencion cliente clientes cuenta devolucion envio oficial pago pagos reembolso seguro servicio soporte tienda",
  pt: "ajuda atendimento conta entrega loja oficial pagamento reembolso sac seguro servico suporte",
  fr: "aide assistance client clients commande compte livraison officiel paiement remboursement securite",
  it: "aiuto assistenza cliente clienti conto ordine pagamento rimborso sicurezza servizio spedizione",
  nl: "betaling hulp klant klanten klantenservice rekening terugbetaling veilig winkel",
  pl: "konto obsluga platnosc pomoc reklamacja sklep wsparcie zwrot",
  tr: "destek guvenlik hesap iade musteri odeme resmi yardim",
  ja: "kaiin shien toiawase",
};

/** What pretends to be a brand's service beside its name. */
export const BAIT_WORDS: ReadonlySet<string> = new Set(
  Object.values(WORDS).flatMap((words) => words.split(" ")),
);
