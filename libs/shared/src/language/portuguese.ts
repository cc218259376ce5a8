/** A construction, a spelling that follows a rule or words of one country, with the log odds that it adds. */
type Marker = readonly [number, RegExp];

const being = String.raw`(?:est\p{L}{1,8}|fic\p{L}{1,5}|continu\p{L}{1,5}|and(?:a|am|o|amos)|v(?:ou|ai|amos|ão) estar)`;
const modal = String.raw`(?:p[oôu]d\p{L}+|vou|vai|vamos|vão|quer\p{L}*|consegu\p{L}+|precis\p{L}+|dev\p{L}+|favor)`;
const words = (list: string): string =>
  String.raw`(?<!\p{L})(?:${list.replaceAll(" ", "|").replaceAll("_", " ")})(?!\p{L})`;
const marker = (odds: number, ...parts: readonly string[]): Marker => [
  odds,
  new RegExp(parts.join(""), "gu"),
];

/** The trained model knows the words of software; these are what customer care adds, and what no list of words holds. */
const brazil: readonly Marker[] = [
  // está enviando
  marker(
    2.5,
    String.raw`(?<!\p{L})${being}\s+(?!(?:quando|comando))(?:\p{L}+\s+)?(?!(?:quando|comando|segundo|fundo|mundo)(?!\p{L}))\p{L}{2,}ndo(?!\p{L})`,
  ),
  // Me ajuda; pode me enviar
  marker(3, String.raw`(?:^|[.!?:]\s*)(?:me|te|lhes?)\s+\p{L}{2,}`),
  marker(2.5, String.raw`(?<!\p{L})${modal}\s+(?:me|te|nos|lhes?)\s+\p{L}+(?:r|ndo)(?!\p{L})`),
  // minha conta, preciso trocar
  marker(
    1.6,
    String.raw`(?<!(?:^|[^\p{L}])(?:[oa]s?|aos?|às?|[dn][oa]s?|pel[oa]s?|de|em|por|um|uma|d?est[ea]s?|d?ess[ea]s?|tod[oa]s?)\s+)(?<!\p{L})(?:meus?|minhas?|noss[oa]s?|seus?|suas?)(?=\s+\p{L})`,
  ),
  marker(1.5, String.raw`(?<!\p{L})precis\p{L}+\s+(?!ser(?!\p{L}))\p{L}{2,}[aei]r(?!\p{L})`),
  // econômico, prêmio
  marker(2.5, "[êô][mn][aeiouáéíóúâ]"),
  marker(1.5, words("você vc vcs cê a_gente pra pro pras pros né tá tô oi valeu tchau")),
  marker(
    2,
    words(
      "usuários? celular(?:es)? arquivos? ônibus trens? banheiros? cadastr\\p{L}+ boletos? frete pix cpf cep cnpj",
    ),
  ),
  marker(
    2,
    words(
      "r\\$ reais estorn\\p{L}+ aplicativos? gerenci\\p{L}+ acess(?:ar|e|ou|ando) planej\\p{L}+ deletar conosco",
    ),
  ),
  marker(
    1.5,
    words("contatos? fatos? registros? equipes? telas? senhas? baix(?:ar|e|ou|ando) time inbox nota_fiscal"),
  ),
  marker(1, words("atendimento transtornos? notebooks? entregador(?:es)? tudo_bem shopping logar")),
];
const portugal: readonly Marker[] = [
  // está a enviar
  marker(
    3,
    String.raw`(?<!\p{L})${being}\s+(?!prestes)(?:\p{L}+\s+)?a\s+(?!partir)\p{L}+[aei]r(?:-\p{L}+)?(?!\p{L})`,
  ),
  // enviar-lhe, informamo-vos, fá-lo-emos, enviar-lhe-emos
  marker(1.8, String.raw`\p{L}{2,}-(?:lhes?|vos)(?!\p{L})`),
  marker(2, String.raw`-(?:me|te|lhes?|nos|se|[oa]s?|l[oa]s?)-(?:ei|á|ás|emos|ão|ia|íamos)(?!\p{L})`),
  marker(0.8, String.raw`\p{L}{2,}-(?:me|te|nos|no|na)(?!\p{L})`),
  // a minha conta, preciso de mudar, quando é que
  marker(
    0.4,
    String.raw`(?<!\p{L})(?:[oa]s?|aos?|às?|[dn][oa]s?|pel[oa]s?)\s+(?:meus?|minhas?|noss[oa]s?|seus?|suas?)(?=\s+\p{L})`,
  ),
  marker(
    1.2,
    String.raw`(?<!\p{L})precis\p{L}+\s+de\s+\p{L}{2,}[aei]r(?!\p{L})|(?<!\p{L})(?:quando|como|onde|quem|o que|que|porque)\s+é\s+que(?!\p{L})`,
  ),
  // económico, prémio; enviámos
  marker(2.5, String.raw`\p{L}[éó][mn][aeiouáíúâ]`),
  marker(3, String.raw`(?<!\p{L})\p{L}{2,}ámos(?!\p{L})`),
  // Spellings before the agreement of 1990, which only Portugal still uses.
  marker(
    2,
    String.raw`(?<!\p{L})(?:actua|acç|activ|project|object|direct|correct|colecç|selecç|seleccion|óptim|factur|afect|efect)`,
  ),
  marker(
    2,
    words(
      "telemóve(?:l|is) utilizador(?:es)? ecrãs? autocarros? comboios? ficheiros? contact(?:o|os|e|em|ar|ou) factos?",
    ),
  ),
  marker(
    2,
    words("registos? equipas? moradas? palavras?-passe nif multibanco portes aced(?:er|a|eu) connosco"),
  ),
  marker(
    1.5,
    words(
      "tu estás podes tens queres sabes deves fazes contigo teu tua teus tuas vosso vossa vossos vossas convosco",
    ),
  ),
  marker(
    1.2,
    words(
      "encomendas? cumprimentos dispor desculpa gerir descarreg\\p{L}+ guard(?:ar|e|ado) receção controlo talão",
    ),
  ),
  marker(
    1.2,
    words(
      "subscriç\\p{L}+ apoio_ao_cliente estafetas? portáteis sucedido centro_comercial incómodo ajudar-te",
    ),
  ),
];

const MOST = 6;

/** Log odds of Brazil against Portugal by constructions and words: above 0 for Brazil. */
export function markersOf(text: string): number {
  const lower = text.toLowerCase();
  const sum = total(brazil, lower) - total(portugal, lower);
  return Math.max(-MOST, Math.min(MOST, sum));
}

/** The second time a marker is met says half as much, and no more after that. */
const total = (markers: readonly Marker[], text: string): number =>
  markers.reduce((sum, [odds, pattern]) => {
    const met = text.match(pattern)?.length ?? 0;
    return sum + odds * (met > 1 ? 1.5 : met);
  }, 0);
