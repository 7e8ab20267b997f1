/**
 * What the idle button says, in every language that there is: the one text that must not wait for the language's
 * file. The tags are the list of languages. A tag with a region comes before the one without.
 */
export const callUs = {
  en: 'Call us',
  es: 'Llámenos',
  fr: 'Appelez-nous',
  de: 'Jetzt anrufen',
  it: 'Chiamaci',
  'pt-BR': 'Ligue para nós',
  pt: 'Ligue-nos',
  nl: 'Bel ons',
  pl: 'Zadzwoń do nas',
  cs: 'Zavolejte nám',
  sv: 'Ring oss',
  da: 'Ring til os',
  nb: 'Ring oss',
  fi: 'Soita meille',
  ro: 'Sunați-ne',
  hu: 'Hívjon minket',
  el: 'Καλέστε μας',
  tr: 'Bizi arayın',
  uk: 'Подзвонити',
  ru: 'Позвонить',
  ar: 'اتصل بنا',
  he: 'התקשרו אלינו',
  fa: 'تماس بگیرید',
  ur: 'کال کریں',
  hi: 'कॉल करें',
  'zh-Hans': '致电我们',
  'zh-Hant': '致電我們',
  ja: 'お電話はこちら',
  ko: '전화하기',
} as const;

/** A language of the button. */
export type Tag = keyof typeof callUs;
