const ASKED = '(?:om|när|var|vart|vem|vad|varför|hur|vilken|vilket|vilka)'
const WHO = '(?:någon|ni|du|en|kommunen|man)'

/** Said by one who asks without asking: matched against a sentence's words in small letters. */
const INDIRECT: readonly RegExp[] = [
  new RegExp(`^(?:(?:jag|vi|och|men|bara) )*undrar (?:bara |också |även |lite |mest )?(?:jag |vi )?(?:också |bara )?${ASKED}(?!\\p{L})`, 'u'),
  new RegExp(`\\b(?:jag|vi) undrar (?:bara |också |lite )?${ASKED}(?!\\p{L})`, 'u'),
  new RegExp(`^(?:(?:jag|vi|skulle|bara|gärna|vill|vilja|behöver|önskar) )+(?:få )?veta ${ASKED}(?!\\p{L})(?!.* därför )`, 'u'),
  /\bskulle (?:jag |vi )?(?:gärna )?vilja veta\b/,
  new RegExp(`\\b(?:kan|kunde|skulle) ${WHO} (?:\\S+ ){0,3}?(?:berätta|svara|förklara|ringa|hjälpa|säga|tala om|upplysa)\\b`),
  new RegExp(`^vet ${WHO} \\S+`),
  /^någon (?:annan )?som (?:vet|kan|har|sett|känner)\b/,
  /^är det någon som\b/,
  /\btacksam (?:om (?:någon|ni|du) (?:kan|kunde|vill)|för (?:ett |snabbt |ert )?(?:svar|besked|information))\b/,
  /^(?:jag |vi )?har (?:en|två|tre|några|ett par) (?:\S+ )?(?:fråga|frågor|undran)\b/,
  /^(?:en|två|tre|fyra) (?:snabb |liten |enkel )?(?:frågor|fråga|undran)\b(?! ,? ?som)/,
  /\bhar? (?:ett )?svar på (?:när|var|vart|vem|vad|varför|hur|vilken|vilka|frågan)(?!\p{L})/u,
  /^min fråga är\b/,
  /^(?:berätta|förklara|svara) gärna\b/,
  /\b(?:i|we) (?:just )?(?:wonder|am wondering) (?:if|when|where|who|what|why|how|whether)\b/,
  /\b(?:want|like|need) to know (?:if|when|where|who|what|why|how|whether)\b/,
  /^(?:can|could) (?:anyone|someone|somebody|you|anybody)\b/,
  /^does (?:anyone|somebody|anybody)\b/,
  /\bi have (?:a|one|two|some) questions?\b/,
]

/** Said with a question's words by one who asks nothing. */
const RHETORICAL: readonly RegExp[] = [
  /^hur (?:kan|kunde) (?:ni|de|det|man|någon) (?:\S+ )?(?:sova|påstå|mena|ens|vara så)\b/,
  /^(?:vem|vilka) (?:\S+ )?(?:bryr|bryrde) sig\b/,
  /^vem (?:fan|tusan|sjutton)\b/,
  /^varför (?:är|blir) jag inte\b/,
  /^varför inte(?: ,|$)/,
  /^vad var det jag (?:sa|sade|skrev)\b/,
  /^hur (?:svårt|dum|dumma|dumt|korkad|låg|lågt|trög|fel) (?:kan|får|ska|är)\b/,
  /^hur många gånger ska (?:man|jag|vi)\b/,
  /^hur (?:ofta|många|mycket) (?:är|har) (?:det|man|jag|vi) inte\b/,
  /^vad är det (?:för )?(?:fel )?(?:på|med) (?:folk|er|ungdomar|världen|människor|dem)\b/,
  /^är (?:ni|de|du) (?:inte|helt|riktigt|alldeles)? ?(?:kloka|klok|dumma|galna|från|på riktigt)\b/,
  /^är det (?:så |inte )?(?:konstigt|typiskt|underligt|märkligt)\b/,
  /^kan det bli (?:mer|värre|bättre|sämre|dummare)\b/,
  /^(?:vem|vad|vilken) (?:\S+ )?hade kunnat\b/,
  /^vad annat\b/,
  /^behöver jag (?:ens )?säga\b/,
  /^ska det vara så här\b/,
  /^vart är (?:vi|världen|samhället) på väg\b/,
  /^vad ska man säga\b/,
  /^det är (?:la|väl|ju) (?:inte|int) (?:så )?konstigt\b/,
  /^visst (?:är|var|blir|blev|har)\b/,
  /^(?:åh|oj|wow|vad) så\b/,
  /^who (?:cares|knows)\b/,
  /^how hard can it be\b/,
  /^why not\b/,
]

/** "…, eller hur?", "bra va?", "right?" */
const TAG = /(?:^|\s)(?:eller hur|(?<!(?:^|\s)(?:till|för|med|om|på|av|i|kring) )vad|inte sant|eller inte|right|isn't it)$/

// "Ja" is written as "jag" is spoken, and read as that.
const ANSWERS = /^(?:jag(?= ,|$| det (?:är|var|gör|gjorde|har))|jo|nej|nä|nix|javisst|jodå|jovisst|absolut|självklart|knappast|för att|därför att|svar|svaret|yes|no|because)\b/

/** Whether the words ask without a question's order. */
export const asksIndirectly = (said: string): boolean => INDIRECT.some(sign => sign.test(said))

/** Whether the words are a figure of speech. */
export const isRhetorical = (said: string): boolean => RHETORICAL.some(sign => sign.test(said))

/** Whether a question mark belongs to a word that only seeks assent. */
export const seeksAssent = (said: string): boolean => TAG.test(said)

/** Whether the words answer what was asked just before them. */
export const answers = (said: string): boolean => ANSWERS.test(said)
