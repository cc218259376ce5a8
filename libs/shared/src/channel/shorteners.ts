/** Services that hide where a link leads. Short domains of one company, such as `youtu.be`, are not among them. */
const SHORTENERS = new Set(
  `1url.com 2no.co 3.ly acesse.one adf.ly ay.gy bc.vc bit.do bit.ly bitly.com bl.ink buff.ly buly.kr clck.ru
  cli.gs cur.lv cutt.ly cutt.us db.tt dlvr.it dub.co dub.sh dwz.cn dwz.win encr.pw encurtador.com.br encurtador.dev
  ffm.to flip.it gg.gg geni.us goo.by goo.gl goo.su han.gl hyperurl.co ift.tt is.gd j.mp kutt.it l1nk.dev
  lihi.cc lihi1.cc linkshrink.net lnk.to lnkd.in lnk.bio loom.ly mcaf.ee me2.do n9.cl
  onl.la onelink.me ouo.io ow.ly page.link po.st pse.is qr.ae qps.ru rb.gy reb.ly rebrand.ly reurl.cc s.id
  sc.link shor.by short.cm short.gy short.io shorte.st shorturl.at shorturl.asia shrtco.de smarturl.it snip.ly
  snipurl.com soo.gd su.pr suo.im surl.li t.cn t.co t.ly tiny.cc tiny.one tinyurl.com tinu.be tny.im tr.im trib.al
  twurl.nl u.to ulvis.net url.cn url.kr urlz.fr urly.it v.gd v.ht vk.cc vo.la vurl.com x.co x.gd 
  zpr.io zws.im`.split(/\s+/),
);

/** Whether a registrable domain belongs to a service that shortens links. */
export const isShortener = (domain: string): boolean => SHORTENERS.has(domain);
